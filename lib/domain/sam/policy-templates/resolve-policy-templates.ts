import { ifBranches, isIf, isNoValue } from "../intrinsics";
import type { TemplatePlugin } from "../plugin";
import { kindOfPolicy, policyEntries } from "../roles";
import type { Value } from "../value";
import { convertPolicyTemplate, isPolicyTemplate } from "./convert-policy-template";

/** Turns policy templates among a function's or state machine's `Policies` into policy documents, before it is expanded. */
export const resolvePolicyTemplates: TemplatePlugin = {
  name: "policy-templates",
  beforeResource(logicalId, type, properties) {
    if (type !== "AWS::Serverless::Function" && type !== "AWS::Serverless::StateMachine") return;
    const policies = policyEntries(properties.Policies);
    if (policies.length > 0) properties.Policies = policies.map((policy) => resolvePolicy(logicalId, policy));
  },
};

function resolvePolicy(logicalId: string, policy: Value): Value {
  if (kindOfPolicy(policy, isPolicyTemplate) !== "template") return policy;
  const branches = isIf(policy) ? ifBranches(policy) : null;
  if (!branches) return convertPolicyTemplate(logicalId, policy);
  const [condition, ...choices] = branches;
  const converted = choices.map((choice) => (isNoValue(choice) ? choice : convertPolicyTemplate(logicalId, choice)));
  return { "Fn::If": [condition, ...converted] };
}
