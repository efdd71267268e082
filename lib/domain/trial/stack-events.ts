import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeploymentPlan, PlannedResource } from "../deployment/deployment-plan";
import type { StackTarget } from "../stack";
import { tellHandlerError } from "./denial-message";
import type { Denial, StackEvent } from "./trial";

/** A denial with its index among those of the attempt. */
export interface NumberedDenial {
  readonly denial: Denial;
  readonly index: number;
}

/** Collects what a person would see scroll by, in the words of CloudFormation and the SAM CLI. */
export interface EventLog {
  readonly events: readonly StackEvent[];
  /** What is told from now on belongs to this phase. */
  enter(phase: Phase): void;
  stack(status: string, reason: string | null): void;
  resource(resource: PlannedResource, status: string, reason?: string): void;
  /** A call for the resource was refused. */
  refused(resource: PlannedResource, status: string, refusal: NumberedDenial): void;
  /** A call for the stack as a whole was refused: it goes back before any resource was looked at. */
  refusedStack(status: string, refusal: NumberedDenial): void;
  /** The CLI itself was refused and printed an error. */
  stopped(refusal: NumberedDenial, via: ApiCall["via"]): void;
  /** CloudFormation tries again without tags and says so. */
  retried(resource: PlannedResource, refusal: NumberedDenial): void;
}

export function startEventLog({ target }: DeploymentPlan): EventLog {
  const events: StackEvent[] = [];
  let phase: Phase = "package";
  const add = (event: Omit<StackEvent, "phase" | "denial">, denial: number | null = null) => {
    events.push({ ...event, phase, denial });
  };
  const ofStack = { logicalId: target.stackName, resourceType: "AWS::CloudFormation::Stack" };
  const ofResource = ({ logicalId, type }: PlannedResource) => ({ logicalId, resourceType: type });
  return {
    events,
    enter: (entered) => {
      phase = entered;
    },
    stack: (status, reason) => add({ ...ofStack, status, reason }),
    resource: (resource, status, reason) => add({ ...ofResource(resource), status, reason: reason ?? null }),
    refused: (resource, status, { denial, index }) =>
      add({ ...ofResource(resource), status, reason: tellUnread(denial) ?? tellHandlerError(denial.message) }, index),
    refusedStack: (status, { denial, index }) => add({ ...ofStack, status, reason: tellStackError(denial) }, index),
    stopped: ({ denial, index }, via) => {
      const reason = via === "cli" ? tellCliError(denial) : tellChangeSetError(denial, target);
      add({ ...cli(phase), status: "FAILED", reason }, index);
    },
    retried: (resource, { denial, index }) =>
      add({ ...ofResource(resource), status: "CREATE_IN_PROGRESS", reason: tellRetry(denial) }, index),
  };
}

function cli(phase: Phase): Pick<StackEvent, "logicalId" | "resourceType"> {
  return { logicalId: phase === "delete" ? "sam delete" : "sam deploy", resourceType: "CLI" };
}

function tellCliError({ request, message }: Denial): string {
  const operation = request.action.slice(request.action.indexOf(":") + 1);
  return `An error occurred (AccessDenied) when calling the ${operation} operation: ${message}`;
}

/** CloudFormation took the change set and failed on it, as with a transform: the CLI reads the reason while it waits. */
function tellChangeSetError({ message }: Denial, { stackName }: StackTarget): string {
  return `Error: Failed to create changeset for the stack: ${stackName}, ex: Waiter ChangeSetCreateComplete failed: Waiter encountered a terminal failure state: For expression "Status" we matched expected path: "FAILED" Status: FAILED. Reason: ${message}`;
}

/** https://github.com/yugabyte/yugabyte-db/issues/4336 */
function tellStackError({ request }: Denial): string {
  return `AccessDenied. User doesn't have permission to call ${request.action}. Rollback requested by user.`;
}

/** https://repost.aws/knowledge-center/cloudformation-resource-tagging-errors tells of the retry. */
function tellRetry({ message }: Denial): string {
  return `Encountered a permissions error performing a tagging operation. Retrying request without including tags. ${message}`;
}

/**
 * A resource fails for an attribute of another one that CloudFormation may not ask for; `null` for any other refusal.
 * https://github.com/awslabs/aws-solutions-constructs/issues/1261
 */
function tellUnread({ request, resourceType }: Denial): string | null {
  const [, attribute] = /^Fn::GetAtt \w+\.(.+)$/.exec(request.cause) ?? [];
  if (attribute === undefined) return null;
  return `Unable to retrieve ${attribute} attribute for ${resourceType}, with error message Access denied for operation '${request.action}'.`;
}
