import type { ConditionBlock, Statement } from "../policy/policy-document";

/** Where statements grant an action: resource patterns, and the conditions that must all hold. */
export interface Grant {
  readonly resources: readonly string[];
  readonly conditions: readonly ConditionBlock[];
  /** The identity statement that grants it. */
  readonly statement: Statement;
}

/** A list is one object for the same grants, so that what many actions have in common is worked out once. */
export type GrantList = readonly Grant[];
