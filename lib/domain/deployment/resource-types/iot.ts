import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { when } from "../resource-rule";
import { rolesAnywhere } from "./passed-roles";
import { plainRule } from "./plain-rule";

export const iot = awsService({
  prefix: "iot",
  documentation: (operation) => `https://docs.aws.amazon.com/iot/latest/apireference/API_${operation}.html`,
});

/**
 * Rule names know no hyphens: the parts of a generated name are joined with underscores.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html
 */
const topicRule = plainRule({
  type: "AWS::IoT::TopicRule",
  service: iot,
  name: { property: "RuleName", maxLength: 128 },
  identify: (r) => {
    const name = r.has("RuleName") ? r.name : r.name.replaceAll("-", "_");
    const arn = r.arn("iot", `rule/${name}`);
    return { physicalId: name, arn, attributes: { Arn: arn } };
  },
  create: "CreateTopicRule",
  // It is read back with its tags.
  reads: ["GetTopicRule", "ListTagsForResource"],
  update: "ReplaceTopicRule",
  delete: "DeleteTopicRule",
  gone: "GetTopicRule",
  checks: (r) => rolesAnywhere(r, "iot.amazonaws.com"),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html */
const policy: ResourceRule = {
  ...plainRule({
    type: "AWS::IoT::Policy",
    service: iot,
    name: { property: "PolicyName", maxLength: 128 },
    identify: (r) => {
      const arn = r.arn("iot", `policy/${r.name}`);
      return { physicalId: r.name, arn, attributes: { Arn: arn, Id: r.name } };
    },
    create: "CreatePolicy",
    reads: ["GetPolicy", "ListTagsForResource"],
    delete: "DeletePolicy",
    change: (r) =>
      when(
        r.changed("PolicyDocument"),
        iot.call("ListPolicyVersions", r.arnOfSelf, { cause: "PolicyDocument" }),
        iot.call("CreatePolicyVersion", r.arnOfSelf, { cause: "PolicyDocument" }),
      ),
  }),
  delete: (r) => [iot.call("ListPolicyVersions", r.arnOfSelf), iot.call("DeletePolicy", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thing.html */
const thing = plainRule({
  type: "AWS::IoT::Thing",
  service: iot,
  name: { property: "ThingName", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("iot", `thing/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, Id: r.invent("id", { alphabet: "uuid" }) } };
  },
  create: "CreateThing",
  reads: ["DescribeThing"],
  update: "UpdateThing",
  delete: "DeleteThing",
  gone: "DescribeThing",
});

export const iotRules: readonly ResourceRule[] = [topicRule, policy, thing];
