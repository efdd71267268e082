import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { backup } from "./backup";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupplan.html */
const plan = plainRule({
  type: "AWS::Backup::BackupPlan",
  service: backup,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = r.arn("backup", `backup-plan:${id}`);
    const version = r.invent("version", { alphabet: "mixed", length: 48 });
    return { physicalId: id, arn, attributes: { BackupPlanArn: arn, BackupPlanId: id, VersionId: version } };
  },
  create: "CreateBackupPlan",
  readForAttributes: "GetBackupPlan",
  update: "UpdateBackupPlan",
  delete: "DeleteBackupPlan",
});

const planOf = (r: ResourceView) =>
  r.arn("backup", `backup-plan:${r.text("BackupPlanId") ?? r.invent("plan", { alphabet: "uuid" })}`);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupselection.html */
const selection = plainRule({
  type: "AWS::Backup::BackupSelection",
  service: backup,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const planId = r.text("BackupPlanId") ?? "";
    return { physicalId: `${id}_${planId}`, arn: null, attributes: { BackupPlanId: planId, SelectionId: id } };
  },
  create: "CreateBackupSelection",
  delete: "DeleteBackupSelection",
  on: { CreateBackupSelection: planOf, DeleteBackupSelection: planOf },
  checksOnce: (r) => [...passedRoles(r, "backup.amazonaws.com", "BackupSelection.IamRoleArn"), ...linkedRole(r)],
});

function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "backup.amazonaws.com",
    role: "AWSServiceRoleForBackup",
    through: "backup.amazonaws.com",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles.html",
  });
}

export const backupPlanRules: readonly ResourceRule[] = [plan, selection];
