import { changeFunction, effectiveProperty } from "../edit-functions";
import type { TemplateChange } from "../template-change";

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const next: ReadonlyMap<string, string> = new Map([
  ["nodejs", "nodejs24.x"],
  ["python", "python3.14"],
  ["java", "java25"],
  ["dotnet", "dotnet10"],
  ["ruby", "ruby3.4"],
  ["provided", "provided.al2023"],
]);

export const changeRuntime: TemplateChange = {
  id: "change-runtime",
  title: "Move a function to the next runtime",
  group: "function",
  kinds: ["function/runtime"],
  apply: (document) =>
    changeFunction(document, ["Runtime"], (_own, found) => {
      const runtime = effectiveProperty(document, found, "Runtime");
      const newer = typeof runtime === "string" ? next.get(/^[a-z]+/.exec(runtime)?.[0] ?? "") : undefined;
      return newer === runtime ? undefined : newer;
    }),
};
