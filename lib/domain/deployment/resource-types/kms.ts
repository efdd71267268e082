import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";

const kms = awsService({
  prefix: "kms",
  documentation: (operation) => `https://docs.aws.amazon.com/kms/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
const key: ResourceRule = {
  type: "AWS::KMS::Key",
  identify: identifyKey,
  create: (r) => [
    kms.call("CreateKey", "*", {
      context: { ...tagContext(r), ...keyContext(r) },
      also: [
        ...tagOnCreate(kms, r),
        // A key policy that comes with the key is checked like one that is put later.
        ...when(
          r.has("KeyPolicy"),
          kms.check("PutKeyPolicy", r.arnOfSelf, { cause: "KeyPolicy", context: lockoutContext(r) }),
        ),
      ],
    }),
    ...when(
      r.text("EnableKeyRotation") === "true",
      kms.call("EnableKeyRotation", r.arnOfSelf, { cause: "EnableKeyRotation" }),
    ),
    ...when(r.text("Enabled") === "false", kms.call("DisableKey", r.arnOfSelf, { cause: "Enabled" })),
  ],
  // Policy, rotation and tags are read too, and a refusal of those is passed over.
  read: (r) => [kms.call("DescribeKey", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    kms.call("DescribeKey", r.arnOfSelf, { cause: "Properties" }),
    ...rotationUpdate(r),
    ...when(
      r.changed("Enabled"),
      kms.call(r.text("Enabled") === "false" ? "DisableKey" : "EnableKey", r.arnOfSelf, { cause: "Enabled" }),
    ),
    ...when(r.changed("Description"), kms.call("UpdateKeyDescription", r.arnOfSelf, { cause: "Description" })),
    ...when(
      r.sets("KeyPolicy"),
      kms.call("PutKeyPolicy", r.arnOfSelf, { cause: "KeyPolicy", context: lockoutContext(r) }),
    ),
    ...tagChanges(kms, r),
  ],
  delete: scheduleDeletion,
};

function identifyKey(r: ResourceView) {
  const id = r.invent("id", { alphabet: "uuid" });
  const arn = r.arn("kms", `key/${id}`);
  return { physicalId: id, arn, attributes: { Arn: arn, KeyId: id } };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
function keyContext(r: ResourceView) {
  return {
    "kms:KeySpec": [r.text("KeySpec") ?? "SYMMETRIC_DEFAULT"],
    "kms:KeyUsage": [r.text("KeyUsage") ?? "ENCRYPT_DECRYPT"],
    "kms:KeyOrigin": [r.text("Origin") ?? "AWS_KMS"],
    "kms:MultiRegion": [r.text("MultiRegion") ?? "false"],
    ...lockoutContext(r),
  };
}

/** The property's default is false, and CloudFormation passes it on. */
function lockoutContext(r: ResourceView) {
  return { "kms:BypassPolicyLockoutSafetyCheck": [r.text("BypassPolicyLockoutSafetyCheck") ?? "false"] };
}

function rotationUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const operation = r.text("EnableKeyRotation") === "true" ? "EnableKeyRotation" : "DisableKeyRotation";
  return when(
    r.changed("EnableKeyRotation", "RotationPeriodInDays"),
    kms.call(operation, r.arnOfSelf, { cause: "EnableKeyRotation" }),
  );
}

/** A key is not deleted at once. */
function scheduleDeletion(r: ResourceView): readonly CallSpec[] {
  const window = r.text("PendingWindowInDays") ?? "30";
  return [
    kms.call("ScheduleKeyDeletion", r.arnOfSelf, {
      context: { "kms:ScheduleKeyDeletionPendingWindowInDays": [window] },
    }),
    kms.call("DescribeKey", r.arnOfSelf),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html */
const replicaKey: ResourceRule = {
  type: "AWS::KMS::ReplicaKey",
  identify: identifyKey,
  create: (r) => [
    kms.call("ReplicateKey", r.text("PrimaryKeyArn") ?? r.arnOfSelf, {
      context: { "kms:ReplicaRegion": [r.target.region] },
      also: [kms.check("CreateKey", "*"), ...tagOnCreate(kms, r)],
    }),
    kms.call("DescribeKey", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      r.sets("KeyPolicy"),
      kms.call("PutKeyPolicy", r.arnOfSelf, { cause: "KeyPolicy", context: lockoutContext(r) }),
    ),
    ...when(r.changed("Description"), kms.call("UpdateKeyDescription", r.arnOfSelf, { cause: "Description" })),
    ...tagChanges(kms, r),
  ],
  delete: scheduleDeletion,
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html */
const alias: ResourceRule = {
  type: "AWS::KMS::Alias",
  identify: (r) => {
    const name = r.text("AliasName") ?? `alias/${r.logicalId}`;
    return { physicalId: name, arn: r.arn("kms", name), attributes: {} };
  },
  create: (r) => [onAliasAndKey(r, "CreateAlias")],
  update: (r) => [onAliasAndKey(r, "UpdateAlias")],
  delete: (r) => [onAliasAndKey(r, "DeleteAlias")],
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
function onAliasAndKey(r: ResourceView, operation: string): CallSpec {
  return kms.call(operation, r.arnOfSelf, { also: [kms.check(operation, targetKey(r), { cause: "TargetKeyId" })] });
}

function targetKey(r: ResourceView): string {
  const value = r.text("TargetKeyId") ?? r.invent("key", { alphabet: "uuid" });
  return value.startsWith("arn:") ? value : r.arn("kms", `key/${value}`);
}

export const kmsRules: readonly ResourceRule[] = [key, replicaKey, alias];
