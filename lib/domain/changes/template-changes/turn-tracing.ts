import { changeFunction, effectiveProperty } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const turnTracing: TemplateChange = {
  id: "turn-tracing",
  title: "Turn X-Ray tracing of a function on, or off",
  group: "observability",
  kinds: ["function/tracing"],
  apply: (document) =>
    changeFunction(document, ["Tracing"], (_own, found) =>
      effectiveProperty(document, found, "Tracing") === "Active" ? "PassThrough" : "Active",
    ),
};
