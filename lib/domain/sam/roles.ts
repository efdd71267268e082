import { invalidResource, invalidTemplate, type SamFault } from "./fault";
import { getAtt, ifBranches, isIf, isIntrinsic, isNoValue } from "./intrinsics";
import { makeResource, type Resource } from "./resource";
import type { ExpansionContext } from "./resource-type";
import { isGiven, isList, isMap, sameValue, type Value, type ValueMap } from "./value";

export interface RoleRequest {
  /** The role's logical id is this with `Role` behind it. */
  readonly ownerId: string;
  readonly attributes: ValueMap;
  readonly assumeRolePolicy: Value;
  /** `Policies` as the template has them, policy templates already converted. */
  readonly policies: Value | undefined;
  readonly managedPolicyArns?: readonly Value[];
  readonly policyDocuments?: readonly Value[];
  readonly path?: Value | undefined;
  readonly permissionsBoundary?: Value | undefined;
  readonly tags?: Value[];
}

/** The execution role that goes with a function or a state machine. */
export function makeExecutionRole(request: RoleRequest, context: ExpansionContext): Resource {
  const { ownerId } = request;
  const role = makeResource("AWS::IAM::Role", `${ownerId}Role`, request.attributes);
  const managed: Value[] = [...(request.managedPolicyArns ?? [])];
  const inline: Value[] = [...(request.policyDocuments ?? [])];
  for (const [index, policy] of policyEntries(request.policies).entries()) {
    const kind = kindOfPolicy(policy);
    if (kind === "statement") {
      inline.push(namePolicy(policy, `${role.logicalId}Policy${index}`));
    } else if (kind === "managed") {
      const arn = resolvePolicyArn(policy, context);
      if (!managed.some((known) => sameValue(known, arn))) managed.push(arn);
    } else {
      throw invalidResource(
        ownerId,
        `The policy at index ${index} in 'Policies' is none that SAM knows.`,
        `Properties.Policies.${index}`,
      );
    }
  }
  role.properties = {
    AssumeRolePolicyDocument: request.assumeRolePolicy,
    ManagedPolicyArns: managed,
    Policies: inline.length > 0 ? inline : undefined,
    Path: request.path,
    PermissionsBoundary: request.permissionsBoundary,
    Tags: request.tags,
  };
  return role;
}

export function roleArn(role: Resource): ValueMap {
  return getAtt(role.logicalId, "Arn");
}

/** `Policies` as a list, whether given as one or as many. */
export function policyEntries(policies: Value | undefined): Value[] {
  if (!isGiven(policies)) return [];
  return isList(policies) ? policies : [policies];
}

export type PolicyKind = "managed" | "statement" | "template" | "unknown";

/** `isPolicyTemplate` says whether a name is one of SAM's policy templates; without it, none is. */
export function kindOfPolicy(policy: Value, isPolicyTemplate: (name: string) => boolean = () => false): PolicyKind {
  if (typeof policy === "string") return "managed";
  if (isIf(policy)) return kindOfConditionalPolicy(policy, isPolicyTemplate);
  if (isIntrinsic(policy)) return "managed";
  if (!isMap(policy)) return "unknown";
  if (Object.hasOwn(policy, "Statement")) return "statement";
  const [name, ...others] = Object.keys(policy);
  return name !== undefined && others.length === 0 && isPolicyTemplate(name) ? "template" : "unknown";
}

function kindOfConditionalPolicy(policy: ValueMap, isPolicyTemplate: (name: string) => boolean): PolicyKind {
  const branches = ifBranches(policy);
  if (branches === null)
    throw invalidTemplate("Fn::If takes a list of three: condition, value if true, value if false.");
  const [, whenTrue, whenFalse] = branches;
  const kindIfTrue = kindOfPolicy(whenTrue, isPolicyTemplate);
  const kindIfFalse = kindOfPolicy(whenFalse, isPolicyTemplate);
  if (kindIfTrue === kindIfFalse || isNoValue(whenFalse)) return kindIfTrue;
  if (isNoValue(whenTrue)) return kindIfFalse;
  throw mixedKinds();
}

function mixedKinds(): SamFault {
  return invalidTemplate("An Fn::If in 'Policies' mixes different kinds of policies. Use one Fn::If for each kind.");
}

function namePolicy(policy: Value, name: string): Value {
  const named = (document: Value) => (isNoValue(document) ? document : { PolicyName: name, PolicyDocument: document });
  return isIf(policy) ? mapBranches(policy, named) : { PolicyName: name, PolicyDocument: policy };
}

function resolvePolicyArn(policy: Value, context: ExpansionContext): Value {
  const arn = (name: Value) => (typeof name === "string" ? context.managedPolicyArn(name) : name);
  return isIf(policy) ? mapBranches(policy, arn) : arn(policy);
}

function mapBranches(conditional: ValueMap, change: (branch: Value) => Value): Value {
  const branches = ifBranches(conditional);
  if (branches === null) return conditional;
  const [condition, whenTrue, whenFalse] = branches;
  return { "Fn::If": [condition, change(whenTrue), change(whenFalse)] };
}
