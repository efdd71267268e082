import type { Ending } from "./attempt-log";

/**
 * What it means for an attempt that the stack rests in a status. Statuses of failure without a rollback are left out, as
 * are those in progress, except where only a clean-up of what was replaced is left.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
 */
export const endingsByStatus: ReadonlyMap<string, Pick<Ending, "outcome" | "phase">> = new Map([
  ["REVIEW_IN_PROGRESS", { outcome: "not-started", phase: "changeset" }],
  ["CREATE_COMPLETE", { outcome: "complete", phase: "create" }],
  ["ROLLBACK_COMPLETE", { outcome: "rolled-back", phase: "create" }],
  ["ROLLBACK_FAILED", { outcome: "stuck", phase: "create" }],
  ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", { outcome: "complete", phase: "update" }],
  ["UPDATE_COMPLETE", { outcome: "complete", phase: "update" }],
  ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", { outcome: "rolled-back", phase: "update" }],
  ["UPDATE_ROLLBACK_COMPLETE", { outcome: "rolled-back", phase: "update" }],
  ["UPDATE_ROLLBACK_FAILED", { outcome: "stuck", phase: "update" }],
  ["DELETE_COMPLETE", { outcome: "complete", phase: "delete" }],
  ["DELETE_FAILED", { outcome: "stuck", phase: "delete" }],
]);
