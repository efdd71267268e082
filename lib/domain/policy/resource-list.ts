import { isFixed, parseVariables } from "./policy-variables";
import { rememberAnswers } from "./remember-answers";
import type { RequestContext } from "./request-context";
import { resolveOnce } from "./resolve-once";
import { compileWildcard, matchesWildcard, type PatternPart, type Wildcard } from "./wildcard";

/** The patterns of `Resource` or `NotResource`, prepared for many requests: thousands may stand in one statement. */
export interface ResourceList {
  readonly written: readonly string[];
  readonly covers: (resource: string, context: RequestContext) => boolean;
  /** Set for a list of one pattern without variables, as most are: it is matched without going through a list. */
  readonly only: Wildcard | null;
}

/**
 * A `*` in a pattern reaches over colons. The resource `*` (an action with no resource types) is matched by a pattern that
 * matches everything only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 *
 * @param isNegated for `NotResource`
 */
export function compileResources(
  written: readonly string[],
  version: string | undefined,
  isNegated: boolean,
): ResourceList {
  const parsed = written.map((text) => parseVariables(text, version));
  const fixed = parsed.filter(isFixed);
  const templates = parsed.filter((parts) => !isFixed(parts));
  const matchesFixed = matchAny(written, fixed);
  const [only] = fixed;
  if (templates.length === 0) {
    return {
      written,
      covers: (resource) => matchesFixed(resource) !== isNegated,
      only: only && fixed.length === 1 ? compileWildcard(only) : null,
    };
  }
  const resolve = resolveOnce(templates, (resolved) => {
    const withValues = resolved.filter((parts) => parts !== null);
    return { matches: matchAny(written, withValues), isVoid: withValues.length < resolved.length };
  });
  const covers = (resource: string, context: RequestContext) => {
    const { matches, isVoid } = resolve(context);
    // A variable that has no value makes its statement void, whichever way the statement points:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    if (isNegated && isVoid) return false;
    return (matchesFixed(resource) || matches(resource)) !== isNegated;
  };
  return { written, covers, only: null };
}

function matchAny(
  written: readonly string[],
  patterns: readonly (readonly PatternPart[])[],
): (resource: string) => boolean {
  const wildcards = patterns.map(compileWildcard);
  if (wildcards.some(({ matchesAll }) => matchesAll)) return () => true;
  return rememberAnswers(
    written,
    (resource) => resource !== "*" && wildcards.some((wildcard) => matchesWildcard(wildcard, resource)),
  );
}
