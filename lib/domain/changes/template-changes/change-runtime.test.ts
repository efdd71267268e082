import { expect, it } from "vitest";
import { changeRuntime } from "./change-runtime";

function move(Runtime: string) {
  const document = { Resources: { Orders: { Type: "AWS::Serverless::Function", Properties: { Runtime } } } };
  return changeRuntime.apply(document)?.document.Resources ?? null;
}

it("moves a function to the newest runtime of its family", () => {
  const moved = { Orders: { Type: "AWS::Serverless::Function", Properties: { Runtime: "nodejs24.x" } } };
  expect(move("nodejs20.x")).toEqual(moved);
});

it.each(["nodejs24.x", "cobol85", "constructor"])("leaves %s, of which there is none newer", (runtime) => {
  expect(move(runtime)).toBeNull();
});
