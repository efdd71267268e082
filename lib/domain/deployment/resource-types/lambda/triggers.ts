import { kmsThrough, tagContext } from "../../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../../tag-calls";
import { functionArnIn, lambda, unqualified } from "./lambda-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const permission: ResourceRule = {
  type: "AWS::Lambda::Permission",
  identify: (r) => {
    const id = `${r.target.stackName}-${r.logicalId}-${r.invent("statement", { alphabet: "mixed", length: 12 })}`;
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => [lambda.call("AddPermission", functionArnIn(r, "FunctionName"), { context: permissionContext(r) })],
  delete: (r) => [lambda.call("RemovePermission", functionArnIn(r, "FunctionName"), { context: permissionContext(r) })],
};

/** https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
function permissionContext(r: ResourceView): CheckSpec["context"] {
  const [principal, authType] = [r.text("Principal"), r.text("FunctionUrlAuthType")];
  return {
    ...(principal === undefined ? {} : { "lambda:Principal": [principal] }),
    ...(authType === undefined ? {} : { "lambda:FunctionUrlAuthType": [authType] }),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const eventSourceMapping: ResourceRule = {
  type: "AWS::Lambda::EventSourceMapping",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = r.arn("lambda", `event-source-mapping:${id}`);
    return { physicalId: id, arn, attributes: { Id: id, EventSourceMappingArn: arn } };
  },
  create: (r) => [
    lambda.call("CreateEventSourceMapping", "*", {
      context: { ...functionContext(r), ...tagContext(r) },
      also: [...tagOnCreate(lambda, r), ...keyChecks(r)],
    }),
    // CloudFormation waits until the mapping is enabled (or disabled, if so asked).
    lambda.call("GetEventSourceMapping", r.arnOfSelf, { context: functionContext(r) }),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      lambda.call("UpdateEventSourceMapping", r.arnOfSelf, {
        cause: "Properties",
        context: functionContext(r),
        also: keyChecks(r),
      }),
      lambda.call("GetEventSourceMapping", r.arnOfSelf, { cause: "Properties", context: functionContext(r) }),
    ),
    ...tagChanges(lambda, r),
  ],
  delete: (r) => [
    lambda.call("DeleteEventSourceMapping", r.arnOfSelf, { context: functionContext(r) }),
    lambda.call("GetEventSourceMapping", r.arnOfSelf, { context: functionContext(r) }),
  ],
};

function functionContext(r: ResourceView): CheckSpec["context"] {
  return { "lambda:FunctionArn": [functionArnIn(r, "FunctionName")] };
}

function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source =
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filter-criteria-encryption";
  return when(
    r.has("KmsKeyArn"),
    ...["DescribeKey", "GenerateDataKey", "Decrypt"].map((name) =>
      kmsThrough(r, name, { path: "KmsKeyArn", service: "lambda", source }),
    ),
  );
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html */
export const eventInvokeConfig: ResourceRule = {
  type: "AWS::Lambda::EventInvokeConfig",
  identify: (r) => ({ physicalId: `${r.logicalId}-${r.text("Qualifier") ?? ""}`, arn: null, attributes: {} }),
  create: (r) => [lambda.call("PutFunctionEventInvokeConfig", qualifiedFunction(r))],
  update: (r) => [lambda.call("UpdateFunctionEventInvokeConfig", qualifiedFunction(r), { cause: "Properties" })],
  delete: (r) => [lambda.call("DeleteFunctionEventInvokeConfig", qualifiedFunction(r))],
};

function qualifiedFunction(r: ResourceView): string {
  const arn = functionArnIn(r, "FunctionName");
  const qualifier = r.text("Qualifier");
  return qualifier === undefined || qualifier === "$LATEST" ? arn : `${unqualified(arn)}:${qualifier}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html */
export const url: ResourceRule = {
  type: "AWS::Lambda::Url",
  identify: (r) => {
    const arn = urlTarget(r);
    const host = `${r.invent("url", { alphabet: "lower", length: 32 })}.lambda-url.${r.target.region}.on.aws`;
    return { physicalId: arn, arn, attributes: { FunctionArn: arn, FunctionUrl: `https://${host}/` } };
  },
  create: (r) => [lambda.call("CreateFunctionUrlConfig", urlTarget(r), { context: urlContext(r) })],
  read: (r) => [lambda.call("GetFunctionUrlConfig", urlTarget(r))],
  update: (r) => [
    lambda.call("UpdateFunctionUrlConfig", urlTarget(r), { cause: "Properties", context: urlContext(r) }),
  ],
  delete: (r) => [lambda.call("DeleteFunctionUrlConfig", urlTarget(r), { context: urlContext(r) })],
};

function urlTarget(r: ResourceView): string {
  const arn = functionArnIn(r, "TargetFunctionArn");
  const qualifier = r.text("Qualifier");
  return qualifier === undefined ? arn : `${unqualified(arn)}:${qualifier}`;
}

function urlContext(r: ResourceView): CheckSpec["context"] {
  return { "lambda:FunctionUrlAuthType": [r.text("AuthType") ?? "AWS_IAM"], "lambda:FunctionArn": [urlTarget(r)] };
}
