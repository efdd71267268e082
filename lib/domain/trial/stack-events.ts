import type { DeploymentPlan, PlannedResource } from "../deployment/deployment-plan";
import type { Denial, StackEvent } from "./trial";

/** Collects what a person would see scroll by, in the words of CloudFormation and the SAM CLI. */
export interface EventLog {
  readonly events: readonly StackEvent[];
  stack(status: string, reason: string | null): void;
  resource(resource: PlannedResource, status: string, reason: string | null): void;
  /** The CLI itself was refused and printed an error. */
  stopped(denial: Denial): void;
  /** A refusal that did not stop the deployment. */
  passedOver(denial: Denial): void;
}

export function startEventLog({ target }: DeploymentPlan): EventLog {
  const events: StackEvent[] = [];
  const add = (logicalId: string, resourceType: string, status: string, reason: string | null) => {
    events.push({ logicalId, resourceType, status, reason });
  };
  return {
    events,
    stack: (status, reason) => add(target.stackName, "AWS::CloudFormation::Stack", status, reason),
    resource: ({ logicalId, type }, status, reason) => add(logicalId, type, status, reason),
    stopped: (denial) => add("sam deploy", "CLI", "FAILED", tellCliError(denial)),
    passedOver: (denial) => add(...passedOver(denial, target.stackName)),
  };
}

function tellCliError({ request, message }: Denial): string {
  const operation = request.action.slice(request.action.indexOf(":") + 1);
  return `An error occurred (AccessDenied) when calling the ${operation} operation: ${message}`;
}

/** https://repost.aws/knowledge-center/cloudformation-resource-tagging-errors describes the retry without tags. */
function passedOver(denial: Denial, stackName: string): [string, string, string, string] {
  const logicalId = denial.logicalId ?? stackName;
  const resourceType = denial.resourceType ?? "CLI";
  return denial.effect === "retried"
    ? [
        logicalId,
        resourceType,
        "CREATE_IN_PROGRESS",
        `Permissions error on a tagging operation, retried without tags: ${denial.message}`,
      ]
    : [logicalId, resourceType, "IGNORED", `The refusal is taken as "not there": ${denial.message}`];
}
