import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const config = awsService({
  prefix: "config",
  documentation: (operation) => `https://docs.aws.amazon.com/config/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configrule.html */
const configRule = plainRule({
  type: "AWS::Config::ConfigRule",
  service: config,
  name: { property: "ConfigRuleName", maxLength: 128 },
  identify: (r) => {
    const id = `config-rule-${r.invent("id", { alphabet: "lower", length: 6 })}`;
    const arn = r.arn("config", `config-rule/${id}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, ConfigRuleId: id } };
  },
  create: "PutConfigRule",
  // CloudFormation waits until the rule is active, and until it is gone.
  reads: ["DescribeConfigRules"],
  update: "PutConfigRule",
  delete: "DeleteConfigRule",
  gone: "DescribeConfigRules",
  on: { DescribeConfigRules: anything },
});

export const configRules: readonly ResourceRule[] = [configRule];
