import { compileWildcard, matchesWildcard, type PatternPart, type Wildcard } from "../wildcard";
import { type ConditionOperator, withNegation } from "./operator";

/**
 * Each of an ARN's six components is compared on its own, so that a wildcard never reaches over a colon that separates
 * components; ArnEquals and ArnLike behave alike.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnOperators: readonly ConditionOperator[] = [
  ...withNegation(arnOperator("ArnEquals"), "ArnNotEquals"),
  ...withNegation(arnOperator("ArnLike"), "ArnNotLike"),
];

const componentCount = 6;

function arnOperator(name: string): ConditionOperator {
  return {
    name,
    negated: false,
    wildcards: true,
    variables: true,
    kind: "ARN",
    compileValue: (parts) => {
      const components = splitPattern(parts);
      if (components.length !== componentCount) return null;
      return (actual) => matchesComponents(components, actual);
    },
  };
}

/** The pattern cut at its first five colons; the sixth component keeps the colons that follow. */
function splitPattern(parts: readonly PatternPart[]): readonly Wildcard[] {
  const components: PatternPart[][] = [[]];
  for (const part of parts) {
    let rest = part.text;
    while (components.length < componentCount && rest.includes(":")) {
      const colon = rest.indexOf(":");
      components.at(-1)?.push({ kind: part.kind, text: rest.slice(0, colon) });
      components.push([]);
      rest = rest.slice(colon + 1);
    }
    components.at(-1)?.push({ kind: part.kind, text: rest });
  }
  return components.map(compileWildcard);
}

/** `null` for a text that is no ARN. */
function matchesComponents(components: readonly Wildcard[], actual: string): boolean | null {
  let start = 0;
  let matches = true;
  for (let index = 0; index < componentCount; index++) {
    const pattern = components[index];
    const colon = index < componentCount - 1 ? actual.indexOf(":", start) : actual.length;
    if (pattern === undefined || colon < 0) return null;
    if (matches && !matchesWildcard(pattern, actual.slice(start, colon))) matches = false;
    start = colon + 1;
  }
  return matches;
}
