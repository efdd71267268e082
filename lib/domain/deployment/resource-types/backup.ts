import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { plainRule } from "./plain-rule";

export const backup = awsService({
  prefix: "backup",
  documentation: (operation) => `https://docs.aws.amazon.com/aws-backup/latest/devguide/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html */
const vault: ResourceRule = plainRule({
  type: "AWS::Backup::BackupVault",
  service: backup,
  name: { property: "BackupVaultName", maxLength: 50 },
  identify: (r) => {
    const arn = r.arn("backup", `backup-vault:${r.name}`);
    return { physicalId: r.name, arn, attributes: { BackupVaultArn: arn, BackupVaultName: r.name } };
  },
  create: "CreateBackupVault",
  delete: "DeleteBackupVault",
  readForAttributes: "DescribeBackupVault",
  checksOnce: vaultChecks,
  settings: (r) => [
    ...when(r.has("AccessPolicy"), backup.call("PutBackupVaultAccessPolicy", r.arnOfSelf, { cause: "AccessPolicy" })),
    ...when(
      r.has("Notifications"),
      backup.call("PutBackupVaultNotifications", r.arnOfSelf, { cause: "Notifications" }),
    ),
    ...when(
      r.has("LockConfiguration"),
      backup.call("PutBackupVaultLockConfiguration", r.arnOfSelf, { cause: "LockConfiguration" }),
    ),
  ],
  change: (r) => [
    ...when(r.sets("AccessPolicy"), backup.call("PutBackupVaultAccessPolicy", r.arnOfSelf, { cause: "AccessPolicy" })),
    ...when(
      r.removed("AccessPolicy"),
      backup.call("DeleteBackupVaultAccessPolicy", r.arnOfSelf, { cause: "AccessPolicy" }),
    ),
    ...when(
      r.sets("Notifications"),
      backup.call("PutBackupVaultNotifications", r.arnOfSelf, { cause: "Notifications" }),
    ),
    ...when(
      r.removed("Notifications"),
      backup.call("DeleteBackupVaultNotifications", r.arnOfSelf, { cause: "Notifications" }),
    ),
  ],
});

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html#backup-api-permissions-ref */
function vaultChecks(r: ResourceView): readonly CheckSpec[] {
  const source =
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html#backup-api-permissions-ref";
  const path = "EncryptionKeyArn";
  const mount: CheckSpec = {
    action: "backup-storage:MountCapsule",
    resources: ["*"],
    context: {},
    cause: "Type",
    source,
    through: ["backup.amazonaws.com"],
  };
  const names = ["CreateGrant", "DescribeKey", "GenerateDataKey", "Decrypt", "RetireGrant"];
  const keys = names.map((name) => kmsThrough(r, name, { path, service: "backup", source }));
  return [mount, ...when(r.has(path), ...keys)];
}

export const backupRules: readonly ResourceRule[] = [vault];
