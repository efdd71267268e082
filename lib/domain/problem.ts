/** A fault of the user's input, or a limit of ours, as data: collected, located, never thrown. */
export interface Problem {
  /** Stable, kebab-case, for programs: `duplicate-key`, `not-modelled`, `parameter-assumed`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** One sentence: what happened, where, and what to do next. */
  readonly message: string;
  readonly logicalId?: string;
  /** The name of the candidate whose policies it is about. */
  readonly candidate?: string;
  /** Dotted path in the template as the user wrote it: `Resources.Orders.Properties.Events.Queue`. */
  readonly path?: string;
  /** 1-based line and column of that path in the user's text. */
  readonly line?: number;
  readonly column?: number;
}

/** What every stage returns: its value, and what it noticed on the way. */
export interface Staged<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
