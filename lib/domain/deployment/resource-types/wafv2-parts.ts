import { textsInside } from "../read-property";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { logDeliveryChecks } from "./log-delivery";
import { plainRule } from "./plain-rule";
import { waf, wafArn } from "./wafv2";

/** What rules share: read back with its tags when made or changed; changed and deleted with the lock token that reading brings. */
function partRule(noun: "RegexPatternSet" | "RuleGroup", kind: string, used: (r: ResourceView) => readonly string[]) {
  const read = (r: ResourceView, cause: string) => waf.call(`Get${noun}`, r.arnOfSelf, { cause });
  return {
    ...plainRule({
      type: `AWS::WAFv2::${noun}`,
      service: waf,
      name: { property: "Name", maxLength: 128 },
      identify: (r) => {
        const id = r.invent("id", { alphabet: "uuid" });
        const arn = wafArn(r, `${kind}/${r.name}/${id}`);
        const attributes = { Arn: arn, Id: id, LabelNamespace: `awswaf:${r.target.account}:${kind}:${r.name}:` };
        return { physicalId: `${r.name}|${id}|${r.text("Scope") ?? "REGIONAL"}`, arn, attributes };
      },
      create: `Create${noun}`,
      reads: [`Get${noun}`, "ListTagsForResource"],
      delete: `Delete${noun}`,
      on: { [`Create${noun}`]: used },
      change: (r) => [
        read(r, "Properties"),
        waf.call(`Update${noun}`, used(r), { cause: "Properties" }),
        read(r, "Properties"),
        waf.call("ListTagsForResource", r.arnOfSelf, { cause: "Properties" }),
      ],
    }),
    delete: (r: ResourceView) => [read(r, "Type"), waf.call(`Delete${noun}`, r.arnOfSelf)],
  };
}

/** A group is authorised on the sets that its rules use. */
function usedSets(r: ResourceView): readonly string[] {
  return [r.arnOfSelf, ...new Set(textsInside(r.get("Rules")).filter((text) => /^arn:[^:]+:wafv2:/.test(text)))];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-loggingconfiguration.html */
const loggingConfiguration: ResourceRule = {
  type: "AWS::WAFv2::LoggingConfiguration",
  identify: (r) => ({ physicalId: aclOf(r), arn: null, attributes: {} }),
  create: (r) => [put(r, "Type"), waf.call("GetLoggingConfiguration", aclOf(r))],
  update: (r) => [put(r, "Properties")],
  delete: (r) => [
    waf.call("DeleteLoggingConfiguration", aclOf(r), {
      also: when(goesTo(r, "logs"), {
        action: "logs:DeleteLogDelivery",
        resources: ["*"],
        context: {},
        cause: "LogDestinationConfigs",
        source: logSource,
        through: ["wafv2.amazonaws.com"],
      }),
    }),
  ],
};

const logSource = "https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html";

function put(r: ResourceView, cause: string) {
  return waf.call("PutLoggingConfiguration", aclOf(r), { cause, also: destinationChecks(r) });
}

function aclOf(r: ResourceView): string {
  return r.text("ResourceArn") ?? wafArn(r, `webacl/*/${r.invent("acl", { alphabet: "uuid" })}`);
}

function goesTo(r: ResourceView, service: "logs" | "s3"): boolean {
  return r.texts("LogDestinationConfigs").some((arn) => arn.split(":")[2] === service);
}

/**
 * Logs in a log group or a bucket are delivered with the caller's permissions.
 * https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html
 */
function destinationChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "LogDestinationConfigs";
  const buckets = r.texts(cause).filter((arn) => arn.split(":")[2] === "s3");
  const check = (action: string, resource: string): CheckSpec => ({
    action,
    resources: [resource],
    context: {},
    cause,
    source: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html",
    through: ["wafv2.amazonaws.com"],
  });
  return [
    ...when(goesTo(r, "logs"), ...logDeliveryChecks(r, cause, "wafv2.amazonaws.com", logSource)),
    ...buckets.flatMap((bucket) => [
      check("logs:CreateLogDelivery", "*"),
      check("s3:GetBucketPolicy", bucket),
      check("s3:PutBucketPolicy", bucket),
    ]),
  ];
}

export const wafPartRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-regexpatternset.html */
  partRule("RegexPatternSet", "regexpatternset", (r) => [r.arnOfSelf]),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-rulegroup.html */
  partRule("RuleGroup", "rulegroup", usedSets),
  loggingConfiguration,
];
