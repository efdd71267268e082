import { titleOf } from "@/components/comparison/approach";
import type { ComparisonReport, ListedRequest } from "@/lib/domain/comparison-report";
import { tellPhase } from "./tell-phase";

export interface ShownRequest
  extends Pick<
    ListedRequest,
    | "phase"
    | "principal"
    | "via"
    | "action"
    | "resources"
    | "context"
    | "logicalId"
    | "cause"
    | "source"
    | "certainty"
    | "cloudTrail"
  > {
  readonly order: number;
  /** Titles of the candidates whose trial met a refusal of this request. */
  readonly refusedFor: readonly string[];
}

export interface RequestFilter {
  readonly words: string;
  readonly phase: string;
  readonly certainty: string;
  readonly refusedOnly: boolean;
}

/** The report's requests with who was refused, without what the table does not show. */
export function listRequests(report: ComparisonReport): readonly ShownRequest[] {
  const refused = report.candidates.map(({ trial, ...candidate }) => ({
    name: titleOf(candidate),
    keys: new Set(
      (trial?.attempts ?? []).flatMap(({ denials }) => denials.map(({ phase, request }) => `${phase} ${request.key}`)),
    ),
  }));
  return report.requests.map((request, order) => ({
    order,
    phase: request.phase,
    principal: request.principal,
    via: request.via,
    action: request.action,
    resources: request.resources,
    context: request.context,
    logicalId: request.logicalId,
    cause: request.cause,
    source: request.source,
    certainty: request.certainty,
    cloudTrail: request.cloudTrail,
    refusedFor: refused.filter(({ keys }) => keys.has(`${request.phase} ${request.key}`)).map(({ name }) => name),
  }));
}

/** All words must occur, anywhere in what the row shows and in any case. */
export function filterRequests(requests: readonly ShownRequest[], filter: RequestFilter): readonly ShownRequest[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return requests.filter((request) => {
    if (filter.phase && request.phase !== filter.phase) return false;
    if (filter.certainty && request.certainty !== filter.certainty) return false;
    if (filter.refusedOnly && request.refusedFor.length === 0) return false;
    const text = textOf(request);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ action, resources, logicalId, cause, context, phase, cloudTrail }: ShownRequest): string {
  const words = [
    phase,
    tellPhase(phase),
    action,
    ...resources,
    logicalId ?? "",
    cause,
    cloudTrail?.eventName ?? "",
    ...Object.keys(context),
  ];
  return words.join(" ").toLowerCase();
}
