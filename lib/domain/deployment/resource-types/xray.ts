import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { plainRule } from "./plain-rule";

const xray = awsService({
  prefix: "xray",
  documentation: (operation) => `https://docs.aws.amazon.com/xray/latest/api/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-xray-group.html */
const group = plainRule({
  type: "AWS::XRay::Group",
  service: xray,
  name: { property: "GroupName", maxLength: 32 },
  identify: (r) => {
    const arn = r.arn("xray", `group/${r.name}/${r.invent("id", { alphabet: "upper", length: 52 })}`);
    return { physicalId: arn, arn, attributes: { GroupARN: arn } };
  },
  create: "CreateGroup",
  update: "UpdateGroup",
  delete: "DeleteGroup",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-xray-samplingrule.html */
const samplingRule = plainRule({
  type: "AWS::XRay::SamplingRule",
  service: xray,
  name: { property: "SamplingRule.RuleName", maxLength: 32 },
  identify: (r) => {
    const arn = r.arn("xray", `sampling-rule/${r.text("RuleName") ?? r.name}`);
    return { physicalId: arn, arn, attributes: { RuleARN: arn } };
  },
  create: "CreateSamplingRule",
  update: "UpdateSamplingRule",
  delete: "DeleteSamplingRule",
});

export const xrayRules: readonly ResourceRule[] = [group, samplingRule];
