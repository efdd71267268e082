import { awsService } from "../aws-service";
import { kmsThrough, tagContext } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";

const secretsManager = awsService({
  prefix: "secretsmanager",
  documentation: (operation) => `https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
const secret: ResourceRule = {
  type: "AWS::SecretsManager::Secret",
  name: { property: "Name", maxLength: 512, form: "logical-id" },
  identify: (r) => {
    const arn = r.arn("secretsmanager", `secret:${r.name}-${r.invent("suffix", { alphabet: "mixed", length: 6 })}`);
    return { physicalId: arn, arn, attributes: { Id: arn } };
  },
  create: (r) => [
    ...when(
      r.has("GenerateSecretString"),
      secretsManager.call("GetRandomPassword", "*", { cause: "GenerateSecretString" }),
    ),
    secretsManager.call("CreateSecret", r.arnOfSelf, {
      context: { ...tagContext(r), "secretsmanager:Name": [r.name] },
      also: [...tagOnCreate(secretsManager, r), ...keyChecks(r), ...replicaChecks(r)],
    }),
  ],
  update: (r) => [
    ...when(
      r.sets("GenerateSecretString"),
      secretsManager.call("GetRandomPassword", "*", { cause: "GenerateSecretString" }),
    ),
    ...when(
      contentChanged(r),
      secretsManager.call("UpdateSecret", r.arnOfSelf, { cause: "Properties", also: keyChecks(r) }),
    ),
    ...when(
      r.sets("ReplicaRegions"),
      secretsManager.call("ReplicateSecretToRegions", r.arnOfSelf, { cause: "ReplicaRegions" }),
    ),
    ...when(
      r.removed("ReplicaRegions"),
      secretsManager.call("RemoveRegionsFromReplication", r.arnOfSelf, { cause: "ReplicaRegions" }),
    ),
    ...retagging(r),
  ],
  delete: (r) => [secretsManager.call("DeleteSecret", r.arnOfSelf), secretsManager.call("DescribeSecret", r.arnOfSelf)],
};

function contentChanged(r: ResourceUpdate): boolean {
  return r.changed("Description", "GenerateSecretString", "KmsKeyId", "SecretString", "Type");
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "secretsmanager", source });
  return when(r.has("KmsKeyId"), check("GenerateDataKey"), check("Decrypt"));
}

function replicaChecks(r: ResourceView): readonly CheckSpec[] {
  return when(
    r.has("ReplicaRegions"),
    secretsManager.check("ReplicateSecretToRegions", r.arnOfSelf, { cause: "ReplicaRegions" }),
  );
}

/** CloudFormation takes a tag off before it puts the key on again with another value. */
function retagging(r: ResourceUpdate) {
  const changedValues = Object.keys(r.before.tags).filter((key) => key in r.tags && r.tags[key] !== r.before.tags[key]);
  return [
    ...when(
      changedValues.length > 0,
      secretsManager.call("UntagResource", r.arnOfSelf, { cause: "Tags", context: { "aws:TagKeys": changedValues } }),
    ),
    ...tagChanges(secretsManager, r),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html */
const resourcePolicy: ResourceRule = {
  type: "AWS::SecretsManager::ResourcePolicy",
  identify: (r) => ({ physicalId: secretOf(r), arn: null, attributes: { Id: secretOf(r) } }),
  create: (r) => [secretsManager.call("PutResourcePolicy", secretOf(r))],
  update: (r) => [secretsManager.call("PutResourcePolicy", secretOf(r), { cause: "ResourcePolicy" })],
  delete: (r) => [secretsManager.call("DeleteResourcePolicy", secretOf(r))],
};

/** By ARN, or by name, which lacks the six characters that the ARN ends in. */
function secretOf(r: ResourceView): string {
  const value = r.text("SecretId") ?? r.invent("secret", { alphabet: "lower", length: 12 });
  if (value.startsWith("arn:")) return value;
  return r.arn("secretsmanager", `secret:${value}-${r.invent("suffix", { alphabet: "mixed", length: 6 })}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html */
const rotationSchedule: ResourceRule = {
  type: "AWS::SecretsManager::RotationSchedule",
  identify: (r) => ({ physicalId: secretOf(r), arn: null, attributes: { Id: secretOf(r) } }),
  create: (r) => [rotate(r, "Type"), secretsManager.call("DescribeSecret", secretOf(r))],
  update: (r) => [rotate(r, "Properties")],
  delete: (r) => [secretsManager.call("CancelRotateSecret", secretOf(r))],
};

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
function rotate(r: ResourceView, cause: string) {
  const handler = r.text("RotationLambdaARN");
  const invoke: readonly CheckSpec[] =
    handler === undefined
      ? []
      : [
          {
            action: "lambda:InvokeFunction",
            resources: [handler],
            context: {},
            cause: "RotationLambdaARN",
            source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html",
            through: ["secretsmanager.amazonaws.com"],
          },
        ];
  return secretsManager.call("RotateSecret", secretOf(r), { cause, also: invoke });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html */
const targetAttachment: ResourceRule = {
  type: "AWS::SecretsManager::SecretTargetAttachment",
  identify: (r) => ({ physicalId: secretOf(r), arn: null, attributes: { Id: secretOf(r) } }),
  create: attach,
  update: attach,
  delete: (r) => [
    secretsManager.call("GetSecretValue", secretOf(r)),
    secretsManager.call("PutSecretValue", secretOf(r)),
  ],
};

/** The database's address is looked up and written into the secret. */
function attach(r: ResourceView) {
  return [
    ...describeTarget(r),
    secretsManager.call("GetSecretValue", secretOf(r)),
    secretsManager.call("PutSecretValue", secretOf(r)),
  ];
}

function describeTarget(r: ResourceView) {
  const id = r.text("TargetId") ?? r.invent("target", { alphabet: "lower", length: 12 });
  const source =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html";
  const options = { cause: "TargetId", source };
  const rds = awsService({ prefix: "rds", documentation: () => source });
  switch (r.text("TargetType")) {
    case "AWS::RDS::DBInstance":
    case "AWS::DocDB::DBInstance":
      return [rds.call("DescribeDBInstances", r.arn("rds", `db:${id}`), options)];
    case "AWS::RDS::DBCluster":
    case "AWS::DocDB::DBCluster":
      return [rds.call("DescribeDBClusters", r.arn("rds", `cluster:${id}`), options)];
    case "AWS::Redshift::Cluster": {
      const redshift = awsService({ prefix: "redshift", documentation: () => source });
      return [redshift.call("DescribeClusters", r.arn("redshift", `cluster:${id}`), options)];
    }
    default:
      return [];
  }
}

export const secretsManagerRules: readonly ResourceRule[] = [
  secret,
  resourcePolicy,
  rotationSchedule,
  targetAttachment,
];
