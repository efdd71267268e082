import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiRequest, PrincipalRole } from "../deployment/api-call";
import type { PolicySet } from "../policy/decision";
import { heldTexts } from "../policy/held-texts";

import type { AdditionMode, NotLiftable } from "../policy/needed-grants";
import { type Addition, startAdding } from "../policy/smallest-addition";
import type { Denial, Fix, FixMode, FixPart } from "./trial";

export interface Fixed {
  /** The candidate with the additions in. */
  readonly fixed: CandidatePolicies;
  readonly fix: Fix;
}

/** The smallest additions that lift the denials, in whichever policy of whichever role blocked them. */
export function fixDenials(
  policies: CandidatePolicies,
  denials: readonly Denial[],
  mode: AdditionMode,
  managedPolicies: ManagedPolicyTable,
): Fixed {
  return startFixing(policies, mode, managedPolicies)(denials);
}

/** {@link fixDenials} for one deployment after the other with the same policies. */
export function startFixing(
  policies: CandidatePolicies,
  mode: AdditionMode,
  managedPolicies: ManagedPolicyTable,
): (denials: readonly Denial[]) => Fixed {
  const fixCi = startFixingRole(policies, "ci", mode, managedPolicies);
  const fixExecutionRole = startFixingRole(
    policies.executionRole ?? noRolePolicies,
    "execution-role",
    mode,
    managedPolicies,
  );
  return (denials) => {
    const requests = denials.map((denial) => denial.request);
    const ci = fixCi(requests);
    const executionRole = fixExecutionRole(requests);
    return {
      fixed: {
        ...ci.role,
        executionRole: executionRole.parts.length > 0 ? executionRole.role : policies.executionRole,
      },
      fix: {
        parts: [...ci.parts, ...executionRole.parts],
        unliftable: [...ci.unliftable, ...executionRole.unliftable],
      },
    };
  };
}

/** In mode `none` no fix is ever reached. */
export function additionMode(mode: FixMode): AdditionMode {
  return mode === "as-refused" ? "as-refused" : "generalised";
}

interface FixedRole extends Fix {
  readonly role: RolePolicies;
}

function startFixingRole(
  role: RolePolicies,
  principal: PrincipalRole,
  mode: AdditionMode,
  managedPolicies: ManagedPolicyTable,
): (requests: readonly ApiRequest[]) => FixedRole {
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  const set: PolicySet = {
    identity: [...managed, ...role.policies],
    boundary: role.boundary,
    session: [],
    scp: [],
    rcp: [],
  };
  const add = startAdding(set, mode, managed.length);
  return (requests) => {
    const denied = requests.filter((request) => request.principal === principal);
    if (denied.length === 0) return { role, parts: [], unliftable: [] };
    const addition = add(denied);
    return {
      role: { ...role, policies: addition.set.identity.slice(managed.length), boundary: addition.set.boundary },
      parts: addition.additions.map((added) => toPart(moveBack(added, managed.length), role, principal, denied, mode)),
      unliftable: addition.notLiftable.map((item) => explainNotLiftable(item, denied)),
    };
  };
}

/** Counts an identity policy among the role's own, without the managed ones before them. */
function moveBack(added: Addition, managed: number): Addition {
  if (managed === 0 || added.ref.policyType !== "identity") return added;
  return { ...added, ref: { ...added.ref, policy: added.ref.policy - managed } };
}

function toPart(
  added: Addition,
  before: RolePolicies,
  role: PrincipalRole,
  denied: readonly ApiRequest[],
  mode: AdditionMode,
): FixPart {
  const { actions, resources, condition, ref } = added;
  const granted = new Set(resources);
  const lifts = denied.filter((request) => {
    const wanted = mode === "generalised" ? request.patterns : request.resources;
    return actions.includes(request.action) && wanted.some((resource) => granted.has(resource));
  });
  return {
    role,
    policyType: ref.policyType === "boundary" ? "boundary" : "identity",
    policy: ref.policy,
    statement: {
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(condition ? { Condition: condition } : {}),
    },
    joined: added.kind === "joined-statement" ? ref.statement : null,
    gains: findGains(added, before),
    lifts: [...new Set(lifts.map((request) => request.callId))],
  };
}

function findGains({ ref, actions, resources }: Addition, before: RolePolicies): FixPart["gains"] {
  const document = ref.policyType === "boundary" ? before.boundary : before.policies[ref.policy];
  const held = document?.Statement[ref.statement];
  if (!held) return { actions, resources };
  const texts = heldTexts(held);
  return {
    actions: actions.filter((action) => !texts.actions.has(action.toLowerCase())),
    resources: resources.filter((resource) => !texts.resources.has(resource)),
  };
}

function explainNotLiftable(item: NotLiftable, denied: readonly ApiRequest[]): Fix["unliftable"][number] {
  const { action, resources } = item.request;
  const sids = item.statements.map(({ sid, statement }) => sid ?? `number ${statement + 1}`).join(", ");
  const why =
    item.reason === "explicit-deny"
      ? `${action} on ${resources[0] ?? "*"} is denied explicitly by statement ${sids} of the ${item.blockedBy} policy; no addition lifts a deny.`
      : `${action} on ${resources[0] ?? "*"} is stopped by a ${item.blockedBy} policy, which is not the role's own.`;
  const callId = denied.find((request) => request === item.request)?.callId ?? action;
  return { callId, blockedBy: item.blockedBy, why };
}
