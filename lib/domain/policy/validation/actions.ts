import type { Problem } from "../../problem";
import type { ActionCatalogue } from "../action-catalogue";
import { expandActions, splitAction } from "../action-patterns";
import { findNearestName } from "../nearest-name";
import { maximumProblems } from "../parse-policy";
import { type PlacedText, type PolicyRule, placedStatements, placedTexts } from "./policy-rule";

/**
 * Actions that do not exist, with the nearest that does. IAM takes them without a word and they never match.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const checkActions: PolicyRule = ({ document, catalogue }) => {
  const problems: Problem[] = [];
  for (const placed of placedStatements(document)) {
    for (const action of placedTexts(placed, ["Action", "NotAction"])) {
      if (problems.length >= maximumProblems) return problems;
      problems.push(...checkAction(action, catalogue));
    }
  }
  return problems;
};

function checkAction({ text, path }: PlacedText, catalogue: ActionCatalogue): readonly Problem[] {
  if (text === "*") return [];
  const [service, name] = splitAction(text);
  if (name === "" || /[*?]/.test(service)) {
    const message = `"${text}" is no action: write a service prefix, a colon and a name, as in "s3:GetObject", or "*" alone.`;
    return [{ code: "invalid-action", severity: "error", message, path }];
  }
  const actions = Object.hasOwn(catalogue.services, service.toLowerCase())
    ? catalogue.services[service.toLowerCase()]
    : undefined;
  if (actions === undefined) {
    const nearest = findNearestName(service, Object.keys(catalogue.services));
    const message = `"${text}": there is no service "${service}".${suggestion(nearest)}`;
    return [{ code: "unknown-service", severity: "error", message, path }];
  }
  if (expandActions([text], catalogue).length > 0) return [];
  if (/[*?]/.test(name)) {
    const message = `"${text}" matches no action of ${service}, so it does nothing.`;
    return [{ code: "action-matches-nothing", severity: "warning", message, path }];
  }
  const nearest = findNearestName(
    name,
    Object.values(actions).map((facts) => facts.name),
  );
  const message = `"${text}": ${service} has no such action.${suggestion(nearest === null ? null : `${service.toLowerCase()}:${nearest}`)}`;
  return [{ code: "unknown-action", severity: "error", message, path }];
}

function suggestion(nearest: string | null): string {
  return nearest === null ? " Look it up in the service authorization reference." : ` Did you mean "${nearest}"?`;
}
