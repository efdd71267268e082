import { tellPhase } from "@/components/requests/tell-phase";
import { countOf } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Attempt, Trial } from "@/lib/domain/trial/trial";

/** What happened to a candidate, in one or two sentences that an engineer would say. */
export function describeCandidate(candidate: TriedCandidate): string {
  if (!candidate.policies) return candidate.unavailable ?? "It proposed nothing for this template.";
  if (!candidate.trial) return "Proposed; its trial has not run yet.";
  return [describeTrial(candidate.trial), describeResilience(candidate)].filter(Boolean).join(" ");
}

function describeTrial(trial: Trial): string {
  if (trial.works) return "Works as proposed: create, update and delete meet no denial.";
  const failed = describeFirstFailure(trial.attempts);
  if (!trial.converges) return `${failed}; it does not come to work. ${trial.reason ?? ""}`.trim();
  return `${failed}; works after ${countOf(trial.rounds, "fix", "fixes")}.`;
}

function describeFirstFailure(attempts: readonly Attempt[]): string {
  const denials = attempts.flatMap((attempt) => attempt.denials);
  const first = denials.find((denial) => denial.effect === "failed") ?? denials[0];
  if (!first) return "Fails";
  const place = first.logicalId ? ` on ${first.logicalId}` : "";
  const phase = first.phase === "create" ? "" : ` in the ${tellPhase(first.phase)} phase`;
  return `Fails first at ${first.request.action}${place}${phase}`;
}

function describeResilience(candidate: TriedCandidate): string {
  const resilience = candidate.scores?.resilience.repaired;
  if (!resilience) return "";
  const { changes, survived, nextVersions, history } = resilience;
  const parts = [
    describePart(survived, changes, "template change"),
    describePart(nextVersions?.survived, nextVersions?.versions, "next version"),
    describePart(history?.survived, history?.versions, "past deployment"),
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  return `${candidate.trial?.works ? "It" : "Repaired, it"} survives ${joinParts(parts)}.`;
}

function describePart(survived = 0, all = 0, one: string): string {
  if (all === 0) return "";
  if (survived === all && all > 1) return `all ${countOf(all, one)}`;
  return `${survived === 0 ? "none" : survived} of ${countOf(all, one)}`;
}

function joinParts(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
