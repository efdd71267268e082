import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const reserveConcurrency: TemplateChange = {
  id: "reserve-concurrency",
  title: "Reserve concurrency for a function",
  group: "function",
  kinds: ["function/concurrency"],
  apply: (document) =>
    changeFunction(document, ["ReservedConcurrentExecutions"], (reserved) => (reserved === undefined ? 5 : undefined)),
};
