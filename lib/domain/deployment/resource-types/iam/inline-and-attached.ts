import { sameJson } from "../../read-property";
import type { CallSpec, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { boundaryContext, iam } from "./iam-service";

export type EntityKind = "Role" | "User" | "Group";

/** `Policies` and `ManagedPolicyArns` of a new role, user or group. */
export function addPolicies(r: ResourceView, kind: EntityKind): readonly CallSpec[] {
  return [
    ...r.texts("ManagedPolicyArns").map((policyArn) => attach(r, kind, policyArn)),
    ...r.list("Policies").flatMap(() => putInline(r, kind)),
  ].filter(once());
}

/** What changed of them; CloudFormation writes an inline policy anew when its document differs. */
export function changePolicies(r: ResourceUpdate, kind: EntityKind): readonly CallSpec[] {
  const attachedBefore = r.before.texts("ManagedPolicyArns");
  const attached = r.texts("ManagedPolicyArns");
  const inlineBefore = r.before.list("Policies");
  const inline = r.list("Policies");
  const written = inline.filter((policy) => !inlineBefore.some((other) => sameJson(policy, other)));
  const gone = inlineBefore.filter((policy) => !inline.some((other) => sameJson(policy.PolicyName, other.PolicyName)));
  return [
    ...attached.filter((arn) => !attachedBefore.includes(arn)).map((arn) => attach(r, kind, arn)),
    ...attachedBefore.filter((arn) => !attached.includes(arn)).map((arn) => detach(r, kind, arn)),
    ...when(written.length > 0, ...putInline(r, kind)),
    ...when(gone.length > 0, deleteInline(r, kind)),
  ];
}

/** Before an entity can be deleted, everything must come off. */
export function removePolicies(r: ResourceView, kind: EntityKind): readonly CallSpec[] {
  return [
    ...r.texts("ManagedPolicyArns").map((policyArn) => detach(r, kind, policyArn)),
    ...when(r.has("Policies"), deleteInline(r, kind)),
  ];
}

function attach(r: ResourceView, kind: EntityKind, policyArn: string): CallSpec {
  const context = { ...boundaryContext(r), "iam:PolicyARN": [policyArn] };
  return iam.call(`Attach${kind}Policy`, r.arnOfSelf, { cause: "ManagedPolicyArns", context });
}

function detach(r: ResourceView, kind: EntityKind, policyArn: string): CallSpec {
  const context = { ...boundaryContext(r), "iam:PolicyARN": [policyArn] };
  return iam.call(`Detach${kind}Policy`, r.arnOfSelf, { cause: "ManagedPolicyArns", context });
}

/**
 * CloudFormation looks first whether the entity has a policy of that name; a refusal is a warning in the events, no more.
 * https://github.com/stelligent/cfn-leaprog
 */
function putInline(r: ResourceView, kind: EntityKind): readonly CallSpec[] {
  return [
    iam.call(`Get${kind}Policy`, r.arnOfSelf, { cause: "Policies", onDenied: "ignored" }),
    iam.call(`Put${kind}Policy`, r.arnOfSelf, { cause: "Policies", context: boundaryContext(r) }),
  ];
}

function deleteInline(r: ResourceView, kind: EntityKind): CallSpec {
  return iam.call(`Delete${kind}Policy`, r.arnOfSelf, { cause: "Policies", context: boundaryContext(r) });
}

/** Several inline policies make the same check several times. */
function once(): (call: CallSpec) => boolean {
  const seen = new Set<string>();
  return ({ operation, checks }) => {
    const key = `${operation} ${JSON.stringify(checks[0]?.context["iam:PolicyARN"] ?? null)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
