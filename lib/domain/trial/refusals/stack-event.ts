/** What is read of a stack's events, as the API names it; whatever else they have is left out. */
export const eventKeys = [
  "StackName",
  "LogicalResourceId",
  "ResourceType",
  "Timestamp",
  "ResourceStatus",
  "ResourceStatusReason",
] as const;

export type EventKeys = Readonly<Partial<Record<(typeof eventKeys)[number], string>>>;

/** Events in a stretch of lines, each with the line that it begins on. */
export interface FoldedEvents {
  readonly events: readonly { readonly line: number; readonly keys: EventKeys }[];
  /** Index of the first line after them. */
  readonly end: number;
}
