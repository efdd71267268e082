import { type AwsService, awsService, type CallOptions } from "../../aws-service";
import type { ResourceView } from "../../resource-rule";

const service = awsService({
  prefix: "lambda",
  documentation: (operation) => `https://docs.aws.amazon.com/lambda/latest/api/API_${operation}.html`,
});

/** CloudTrail names most of Lambda's calls with the date of the API's version in which they came. */
export const lambda: AwsService = {
  check: service.check,
  call: (operation, on, options: CallOptions = {}) => {
    const suffix = eventSuffixes[operation];
    return service.call(operation, on, {
      ...(suffix === undefined ? {} : { event: `${operation}${suffix}` }),
      ...options,
    });
  },
};

/** https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html */
const eventSuffixes: Readonly<Record<string, string>> = {
  AddLayerVersionPermission: "20181031",
  AddPermission: "20150331v2",
  CreateAlias: "20150331",
  CreateEventSourceMapping: "20150331",
  CreateFunction: "20150331",
  DeleteAlias: "20150331",
  DeleteEventSourceMapping: "20150331",
  DeleteFunction: "20150331",
  DeleteFunctionConcurrency: "20171031",
  DeleteFunctionEventInvokeConfig: "20190925",
  DeleteLayerVersion: "20181031",
  DeleteProvisionedConcurrencyConfig: "20190930",
  GetAlias: "20150331",
  GetEventSourceMapping: "20150331",
  GetFunction: "20150331v2",
  GetFunctionConfiguration: "20150331v2",
  GetProvisionedConcurrencyConfig: "20190930",
  ListTags: "20170331",
  ListVersionsByFunction: "20150331",
  PublishLayerVersion: "20181031",
  PublishVersion: "20150331",
  PutFunctionConcurrency: "20171031",
  PutFunctionEventInvokeConfig: "20190925",
  PutProvisionedConcurrencyConfig: "20190930",
  RemoveLayerVersionPermission: "20181031",
  RemovePermission: "20150331v2",
  TagResource: "20170331v2",
  UntagResource: "20170331v2",
  UpdateAlias: "20150331",
  UpdateEventSourceMapping: "20150331",
  UpdateFunctionCode: "20150331v2",
  UpdateFunctionConfiguration: "20150331v2",
  UpdateFunctionEventInvokeConfig: "20190925",
};

/** The ARN of the function that a property names by name, partial ARN or ARN, with its version or alias if it has one. */
export function functionArnIn(resource: ResourceView, path: string): string {
  return functionArnOf(resource, resource.text(path) ?? resource.invent(path, { alphabet: "lower", length: 12 }));
}

export function functionArnOf(resource: ResourceView, name: string): string {
  if (name.startsWith("arn:")) return name;
  const partial = /^(\d{12}):function:(.+)$/.exec(name);
  if (partial?.[1] && partial[2]) return resource.arn("lambda", `function:${partial[2]}`, { account: partial[1] });
  return resource.arn("lambda", `function:${name}`);
}

/** Without version or alias. */
export function unqualified(functionArn: string): string {
  return functionArn.split(":").slice(0, 7).join(":");
}
