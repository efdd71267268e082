import type { Problem } from "../../problem";
import type { ActionCatalogue } from "../action-catalogue";
import { expandActions } from "../action-patterns";
import type { KnownAction } from "../action-table";
import { listOf } from "../text-list";
import { patternsOverlap } from "../wildcard-sets";
import { type PlacedStatement, type PolicyRule, placedStatements, placedTexts } from "./policy-rule";

/**
 * Resources that are no ARN, and actions that none of a statement's resources can be a target of: such a statement never
 * applies to them. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const checkResources: PolicyRule = ({ document, catalogue }) =>
  placedStatements(document).flatMap((placed) => [
    ...checkSpelling(placed),
    ...(placed.statement.Resource === undefined ? [] : checkSupport(placed, catalogue)),
  ]);

function checkSpelling(placed: PlacedStatement): readonly Problem[] {
  return placedTexts(placed, ["Resource", "NotResource"]).flatMap(({ text, path }): readonly Problem[] => {
    if (text === "*" || /^[*?]/.test(text) || text.startsWith("${")) return [];
    if (text.startsWith("arn:") && text.split(":").length >= 6) return [];
    // A pattern that ends early in a star reaches over the components that it leaves out.
    if (text.startsWith("arn:") && text.endsWith("*")) return [];
    const message = `"${text}" is no ARN; write arn:partition:service:region:account:resource, or "*".`;
    return [{ code: "invalid-resource", severity: "error", message, path }];
  });
}

function checkSupport({ statement, path }: PlacedStatement, catalogue: ActionCatalogue): readonly Problem[] {
  const patterns = listOf(statement.Resource);
  if (patterns.includes("*")) return [];
  const isAmongResources = rememberAnswers((arn) => patterns.some((pattern) => arnsOverlap(asWildcards(pattern), arn)));
  return placedTexts({ statement, path }, ["Action"]).flatMap(({ text, path: actionPath }): readonly Problem[] => {
    // A wildcard is meant for whatever fits; it is a fault only when nothing does.
    const actions = expandActions([text], catalogue);
    const supported = actions.some(({ service, facts }) =>
      facts.resourceTypes.some((type) => {
        const arn = resourcePattern(service, type, catalogue);
        return arn === null || isAmongResources(arn);
      }),
    );
    if (actions.length === 0 || supported) return [];
    const message = describe(text, actions, catalogue);
    return [{ code: "resource-not-supported", severity: "warning", message, path: actionPath }];
  });
}

/** Actions share few resource types, and comparing one with every resource of a statement is the costly part. */
function rememberAnswers(ask: (arn: string) => boolean): (arn: string) => boolean {
  const answers = new Map<string, boolean>();
  return (arn) => {
    const answer = answers.get(arn) ?? ask(arn);
    answers.set(arn, answer);
    return answer;
  };
}

/** Component by component where both have all six: what a star could reach over no real ARN has. */
function arnsOverlap(a: string, b: string): boolean {
  const [partsOfA, partsOfB] = [componentsOf(a), componentsOf(b)];
  if (partsOfA === null || partsOfB === null) return patternsOverlap(a, b);
  return partsOfA.every((part, index) => patternsOverlap(part, partsOfB[index] ?? ""));
}

function componentsOf(arn: string): readonly string[] | null {
  const parts = arn.split(":");
  return parts.length < 6 ? null : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** The ARN pattern of a resource type with stars for its placeholders; `null` where the catalogue does not know it. */
function resourcePattern(service: string, type: string, catalogue: ActionCatalogue): string | null {
  const arn = catalogue.resourceTypes[service]?.[type]?.arn;
  return arn === undefined ? null : asWildcards(arn);
}

function asWildcards(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "*");
}

function describe(text: string, actions: readonly KnownAction[], catalogue: ActionCatalogue): string {
  const types = [...new Set(actions.flatMap((action) => action.facts.resourceTypes))];
  if (types.length === 0) return `"${text}" supports no resources, so that only Resource "*" applies to it.`;
  const service = actions[0]?.service ?? "";
  const arns = types.slice(0, 3).map((type) => catalogue.resourceTypes[service]?.[type]?.arn ?? type);
  return `"${text}" applies to none of the statement's resources. It takes ${arns.join(", ")}.`;
}
