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
    ...when(isRotated(r), kms.call("EnableKeyRotation", r.arnOfSelf, { cause: "EnableKeyRotation" })),
    ...when(!isEnabled(r), kms.call("DisableKey", r.arnOfSelf, { cause: "Enabled" })),
  ],
  // Policy, rotation and tags are read too, and a refusal of those is passed over.
  read: (r) => [kms.call("DescribeKey", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    kms.call("DescribeKey", r.arnOfSelf, { cause: "Properties" }),
    ...when(!isEnabled(r.before) && isEnabled(r), kms.call("EnableKey", r.arnOfSelf, { cause: "Enabled" })),
    ...rotationUpdate(r),
    ...when(isEnabled(r.before) && !isEnabled(r), kms.call("DisableKey", r.arnOfSelf, { cause: "Enabled" })),
    ...when(r.changed("Description"), kms.call("UpdateKeyDescription", r.arnOfSelf, { cause: "Description" })),
    ...when(
      r.sets("KeyPolicy"),
      kms.call("PutKeyPolicy", r.arnOfSelf, { cause: "KeyPolicy", context: lockoutContext(r) }),
    ),
    ...keyTagChanges(r),
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

/** Keys are enabled unless told otherwise, and not rotated unless told. */
function isEnabled(r: ResourceView): boolean {
  return r.text("Enabled") !== "false";
}

function isRotated(r: ResourceView): boolean {
  return r.text("EnableKeyRotation") === "true";
}

/**
 * Only a rotation that is on has a period. A key must be enabled for either change.
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kms, key/UpdateHandler.java
 */
function rotationUpdate(r: ResourceUpdate): readonly CallSpec[] {
  if (isRotated(r) && r.changed("EnableKeyRotation", "RotationPeriodInDays"))
    return [kms.call("EnableKeyRotation", r.arnOfSelf, { cause: "EnableKeyRotation" })];
  return when(
    isRotated(r.before) && !isRotated(r),
    kms.call("DisableKeyRotation", r.arnOfSelf, { cause: "EnableKeyRotation" }),
  );
}

/**
 * Every update looks at the key's tags, but a refusal fails only one that changes them.
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kms/pull/42
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kms/pull/54
 */
function keyTagChanges(r: ResourceUpdate): readonly CallSpec[] {
  const changes = tagChanges(kms, r);
  return [...when(changes.length > 0, kms.call("ListResourceTags", r.arnOfSelf, { cause: "Tags" })), ...changes];
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
  // On the key that it had as well: https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
  update: (r) => [onAliasAndKey(r, "UpdateAlias", targetKey(r.before))],
  delete: (r) => [onAliasAndKey(r, "DeleteAlias")],
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
function onAliasAndKey(r: ResourceView, operation: string, ...earlierKey: readonly string[]): CallSpec {
  const keys = new Set([...earlierKey, targetKey(r)]);
  return kms.call(operation, r.arnOfSelf, {
    also: [...keys].map((arn) => kms.check(operation, arn, { cause: "TargetKeyId" })),
  });
}

function targetKey(r: ResourceView): string {
  const value = r.text("TargetKeyId") ?? r.invent("key", { alphabet: "uuid" });
  return value.startsWith("arn:") ? value : r.arn("kms", `key/${value}`);
}

export const kmsRules: readonly ResourceRule[] = [key, replicaKey, alias];
