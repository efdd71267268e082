/**
 * The service authorization reference as a table, passed in (the domain reads no files). Lower-case keys; `name` keeps
 * AWS's spelling. Loaded by `lib/data`.
 */
export interface ActionCatalogue {
  /** Where the table comes from and its version, as in `iam-data 0.21.202609261`. */
  readonly version: string;
  /** service prefix → lower-case action name → facts */
  readonly services: Readonly<Record<string, Readonly<Record<string, ActionFacts>>>>;
  /** service prefix → resource type → ARN pattern(s) with `${...}` placeholders */
  readonly resourceTypes: Readonly<Record<string, Readonly<Record<string, ResourceTypeFacts>>>>;
}

export type AccessLevel = "List" | "Read" | "Write" | "Permissions management" | "Tagging";

export interface ActionFacts {
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** Resource types that the action can be scoped to; an empty list means `*` only. */
  readonly resourceTypes: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface ResourceTypeFacts {
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}
