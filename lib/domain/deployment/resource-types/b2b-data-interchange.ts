import { awsService } from "../aws-service";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { logDeliveryChecks } from "./log-delivery";
import { anything, plainRule } from "./plain-rule";

const b2bi = awsService({
  prefix: "b2bi",
  documentation: (operation) => `https://docs.aws.amazon.com/b2bi/latest/APIReference/API_${operation}.html`,
});

interface B2biType {
  readonly noun: "Profile" | "Transformer" | "Capability" | "Partnership";
  readonly prefix: string;
  readonly attributes?: (r: ResourceView) => Readonly<Record<string, string>>;
}

function typeOf({ noun, prefix, attributes }: B2biType) {
  const lower = noun.toLowerCase();
  return {
    type: `AWS::B2BI::${noun}`,
    service: b2bi,
    identify: (r: ResourceView) => {
      const id = `${prefix}-${r.invent("id", { alphabet: "hex", length: 17 })}`;
      const arn = r.arn("b2bi", `${lower}/${id}`);
      return {
        physicalId: id,
        arn,
        attributes: { [`${noun}Arn`]: arn, [`${noun}Id`]: id, ...(attributes?.(r) ?? {}) },
      };
    },
    create: `Create${noun}`,
    update: `Update${noun}`,
    delete: `Delete${noun}`,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-b2bi-profile.html */
const profile = plainRule({
  ...typeOf({
    noun: "Profile",
    prefix: "p",
    attributes: (r) => ({
      LogGroupName: `/aws/vendedlogs/b2bi/${r.invent("log group", { alphabet: "lower", length: 12 })}`,
    }),
  }),
  on: { CreateProfile: anything },
  checksOnce: (r) =>
    when(
      r.text("Logging") === "ENABLED",
      ...logDeliveryChecks(
        r,
        "Logging",
        "b2bi.amazonaws.com",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
      ),
    ),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-b2bi-transformer.html */
const transformer = plainRule({
  ...typeOf({ noun: "Transformer", prefix: "tr" }),
  on: { CreateTransformer: anything },
  // A transformer is made inactive.
  settings: (r): readonly CallSpec[] =>
    when(r.text("Status") === "active", b2bi.call("UpdateTransformer", r.arnOfSelf, { cause: "Status" })),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-b2bi-capability.html */
const capability = plainRule({
  ...typeOf({ noun: "Capability", prefix: "ca" }),
  on: { CreateCapability: transformerArn, UpdateCapability: (r) => [r.arnOfSelf, transformerArn(r)] },
});

function transformerArn(r: ResourceView): string {
  const given = r.text("Configuration.Edi.TransformerId");
  return r.arn("b2bi", `transformer/${given ?? `tr-${r.invent("transformer", { alphabet: "hex", length: 17 })}`}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-b2bi-partnership.html */
const partnership = plainRule({
  ...typeOf({
    noun: "Partnership",
    prefix: "ps",
    attributes: (r) => ({ TradingPartnerId: `tp-${r.invent("partner", { alphabet: "hex", length: 17 })}` }),
  }),
  on: {
    CreatePartnership: (r) => [...capabilityArns(r), r.arn("b2bi", `profile/${r.text("ProfileId") ?? ""}`)],
    UpdatePartnership: (r) => [r.arnOfSelf, ...capabilityArns(r)],
  },
});

function capabilityArns(r: ResourceView): readonly string[] {
  return r.texts("Capabilities").map((id) => r.arn("b2bi", `capability/${id}`));
}

export const b2biRules: readonly ResourceRule[] = [profile, transformer, capability, partnership];
