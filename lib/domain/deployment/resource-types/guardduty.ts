import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

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

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-detector.html */
const detector = plainRule({
  type: "AWS::GuardDuty::Detector",
  service: guardDuty,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "hex", length: 32 });
    return { physicalId: id, arn: r.arn("guardduty", `detector/${id}`), attributes: { Id: id } };
  },
  create: "CreateDetector",
  reads: ["GetDetector"],
  update: "UpdateDetector",
  delete: "DeleteDetector",
  on: { CreateDetector: anything },
  checksOnce: (r) =>
    serviceLinkedRole(r, {
      service: "guardduty.amazonaws.com",
      role: "AWSServiceRoleForAmazonGuardDuty",
      through: "guardduty.amazonaws.com",
      source: "https://docs.aws.amazon.com/guardduty/latest/ug/slr-permissions.html",
    }),
});

export const guardDutyRules: readonly ResourceRule[] = [malwareProtectionPlan, detector];
