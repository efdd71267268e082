import type { SamEvent, StateMachineTarget } from "../event-source";
import { assumeRolePolicy, startExecutionPolicy } from "../policy-statements";
import { makeResource, type Resource } from "../resource";
import { isGiven } from "../value";

/** The role with which an event's service starts the state machine. */
export function startExecutionRole(event: SamEvent, target: StateMachineTarget, servicePrincipal: string): Resource {
  const logicalId = `${event.logicalId}Role`;
  return makeResource("AWS::IAM::Role", logicalId, target.passThroughAttributes(), {
    AssumeRolePolicyDocument: assumeRolePolicy(servicePrincipal),
    Policies: [startExecutionPolicy(target.arn(), logicalId)],
    PermissionsBoundary: isGiven(target.permissionsBoundary) ? target.permissionsBoundary : undefined,
  });
}
