import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const guardDuty = awsService({
  prefix: "guardduty",
  documentation: (operation) => `https://docs.aws.amazon.com/guardduty/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-malwareprotectionplan.html */
const malwareProtectionPlan = plainRule({
  type: "AWS::GuardDuty::MalwareProtectionPlan",
  service: guardDuty,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "hex", length: 20 });
    const arn = r.arn("guardduty", `malware-protection-plan/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, MalwareProtectionPlanId: id, Status: "ACTIVE" } };
  },
  create: "CreateMalwareProtectionPlan",
  reads: ["GetMalwareProtectionPlan"],
  update: "UpdateMalwareProtectionPlan",
  delete: "DeleteMalwareProtectionPlan",
  gone: "GetMalwareProtectionPlan",
  on: { CreateMalwareProtectionPlan: anything },
  checks: (r) => passedRoles(r, "malware-protection-plan.guardduty.amazonaws.com", "Role"),
});

export const guardDutyRules: readonly ResourceRule[] = [malwareProtectionPlan];
