import { expect, it } from "vitest";
import { collectReferences } from "./references";

it("finds Ref, Fn::GetAtt and names in Fn::Sub with their places, and no pseudo parameters", () => {
  const value = {
    A: { Ref: "Table" },
    B: ["x", { "Fn::GetAtt": "Stack.Outputs.Url" }],
    C: { "Fn::Sub": ["${Queue.Arn}/${Own}/${!Literal}/${AWS::Region}", { Own: { Ref: "Topic" } }] },
    D: { Ref: "AWS::StackName" },
    E: { Ref: "Looks", Like: "a property" },
  };
  expect(collectReferences(value, "P")).toEqual([
    { name: "Table", attribute: null, path: "P.A.Ref" },
    { name: "Stack", attribute: "Outputs.Url", path: "P.B.1.Fn::GetAtt" },
    { name: "Queue", attribute: "Arn", path: "P.C.Fn::Sub" },
    { name: "Topic", attribute: null, path: "P.C.Fn::Sub.1.Own.Ref" },
  ]);
});
