import type { FunctionTarget } from "../event-source";
import { PyDict, TemplateText } from "../py27-hash/py-value";

/** Where API Gateway sends requests for a function: `Fn::Sub` of an ARN. */
export function functionIntegrationUri(target: FunctionTarget, partition: string, streaming = false): PyDict {
  const [version, action] = streaming
    ? ["2021-11-15", "response-streaming-invocations"]
    : ["2015-03-31", "invocations"];
  const reference = target.isAlias ? target.logicalId : `${target.logicalId}.Arn`;
  const arn = `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/${version}/functions/\${${reference}}/${action}`;
  // The id of a function is the template's own text, that of an alias is made.
  return PyDict.of({ "Fn::Sub": target.isAlias ? arn : new TemplateText(arn) });
}
