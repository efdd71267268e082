import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const bedrock = awsService({
  prefix: "bedrock",
  documentation: (operation) => `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-guardrail.html */
const guardrail: ResourceRule = plainRule({
  type: "AWS::Bedrock::Guardrail",
  service: bedrock,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 12 });
    const arn = r.arn("bedrock", `guardrail/${id}`);
    return {
      physicalId: arn,
      arn,
      attributes: { GuardrailArn: arn, GuardrailId: id, Version: "DRAFT", Status: "READY" },
    };
  },
  create: "CreateGuardrail",
  // Its tags are read with it, whether it has any or not.
  reads: ["GetGuardrail", "ListTagsForResource"],
  update: "UpdateGuardrail",
  delete: "DeleteGuardrail",
  gone: "GetGuardrail",
  // The reference knows no resource for the creation but the policies and profiles that a guardrail may take up.
  on: { CreateGuardrail: anything },
  checks: keyChecks,
});

function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "KmsKeyArn";
  const source = "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html";
  const names = ["DescribeKey", "GenerateDataKey", "Decrypt", "CreateGrant"];
  return when(r.has(path), ...names.map((name) => kmsThrough(r, name, { path, service: "bedrock", source })));
}

export const bedrockRules: readonly ResourceRule[] = [guardrail];
