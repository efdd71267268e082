import { expect, it } from "vitest";
import { startFindingMacroCalls } from "./macro-calls";

const call = (name: string, parameters = {}) => ({ "Fn::Transform": { Name: name, Parameters: parameters } });

it("finds macros wherever they stand, with their parameters", () => {
  const calls = startFindingMacroCalls()({
    Mappings: call("AWS::Include", { Location: "s3://b/m" }),
    Resources: {
      ...call("Team::Resources"),
      Api: {
        Type: "T",
        Properties: { Body: call("AWS::Include", { Location: "s3://b/a" }), Items: [1, call("Team::Item")] },
      },
    },
  });
  expect(calls).toEqual([
    { name: "AWS::Include", at: "Mappings", parameters: { Location: "s3://b/m" } },
    { name: "Team::Resources", at: "Resources", parameters: {} },
    { name: "AWS::Include", at: "Resources.Api.Properties.Body", parameters: { Location: "s3://b/a" } },
    { name: "Team::Item", at: "Resources.Api.Properties.Items.1", parameters: {} },
  ]);
});

it("tells the place of the same entry in each template that has it", () => {
  const entry = { Properties: call("Team::Macro") };
  const find = startFindingMacroCalls();
  const places = (id: string) => find({ Resources: { [id]: entry } }).map(({ at }) => at);
  expect([places("A"), places("B")]).toEqual([["Resources.A.Properties"], ["Resources.B.Properties"]]);
});

it.each([
  [{}],
  [{ Resources: { A: { "Fn::Transform": "Team::Macro" } } }],
  [{ Resources: { A: { "Fn::Transform": {} } } }],
])("finds none in %j", (document) => {
  expect(startFindingMacroCalls()(document)).toEqual([]);
});
