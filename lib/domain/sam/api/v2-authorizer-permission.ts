import { ref, sub } from "../intrinsics";
import { makeResource, type Resource } from "../resource";
import type { Value, ValueMap } from "../value";

/** Lets an HTTP or WebSocket API invoke the function of an authorizer. */
export function permitV2Authorizer(
  apiId: string,
  permissionId: string,
  functionArn: Value,
  attributes: ValueMap,
): Resource {
  const arn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*";
  return makeResource("AWS::Lambda::Permission", permissionId, attributes, {
    Action: "lambda:InvokeFunction",
    FunctionName: functionArn,
    Principal: "apigateway.amazonaws.com",
    SourceArn: sub(arn, { __ApiId__: ref(apiId) }),
  });
}
