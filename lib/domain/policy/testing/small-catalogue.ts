import type { AccessLevel, ActionCatalogue, ActionFacts, ResourceTypeFacts } from "../action-catalogue";

/** A handful of real actions for tests, in the shape of the whole reference. */
const actions: readonly (readonly [
  service: string,
  name: string,
  level: AccessLevel,
  resourceTypes: readonly string[],
  conditionKeys: readonly string[],
])[] = [
  ["s3", "GetObject", "Read", ["object"], []],
  ["s3", "GetObjectAcl", "Read", ["object"], []],
  ["s3", "PutObject", "Write", ["object"], ["s3:x-amz-acl", "s3:RequestObjectTag/<key>"]],
  ["s3", "CreateBucket", "Write", ["bucket"], []],
  ["s3", "ListBucket", "List", ["bucket"], ["s3:prefix", "s3:max-keys"]],
  ["s3", "ListAllMyBuckets", "List", [], []],
  ["lambda", "CreateFunction", "Write", ["function"], ["aws:RequestTag/${TagKey}", "lambda:FunctionUrlAuthType"]],
  ["lambda", "DeleteFunction", "Write", ["function"], []],
  ["lambda", "GetFunction", "Read", ["function"], []],
  ["lambda", "GetFunctionConfiguration", "Read", ["function"], []],
  ["lambda", "GetLayerVersion", "Read", ["layerVersion"], []],
  ["lambda", "ListFunctions", "List", [], []],
  ["iam", "CreateRole", "Write", ["role"], ["iam:PermissionsBoundary"]],
  ["iam", "PassRole", "Write", ["role"], ["iam:PassedToService"]],
  ["sqs", "SendMessage", "Write", ["queue"], []],
];

const arns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s3: { object: "arn:${Partition}:s3:::${BucketName}/${ObjectName}", bucket: "arn:${Partition}:s3:::${BucketName}" },
  lambda: {
    function: "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}",
    layerVersion: "arn:${Partition}:lambda:${Region}:${Account}:layer:${LayerName}:${LayerVersion}",
  },
  iam: { role: "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}" },
  sqs: { queue: "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}" },
};

export const smallCatalogue: ActionCatalogue = makeCatalogue();

function makeCatalogue(): ActionCatalogue {
  const services: Record<string, Record<string, ActionFacts>> = {};
  for (const [service, name, accessLevel, resourceTypes, conditionKeys] of actions) {
    services[service] = {
      ...services[service],
      [name.toLowerCase()]: { name, accessLevel, resourceTypes, conditionKeys },
    };
  }
  const resourceTypes: Record<string, Record<string, ResourceTypeFacts>> = {};
  for (const [service, types] of Object.entries(arns)) {
    resourceTypes[service] = Object.fromEntries(
      Object.entries(types).map(([type, arn]) => [type, { arn, conditionKeys: [] }]),
    );
  }
  return { version: "test", services, resourceTypes };
}
