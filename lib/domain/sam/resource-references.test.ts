import { expect, it } from "vitest";
import { followGenerated, followRenames } from "./resource-references";
import { entryOf } from "./value";

it("follows a new logical id everywhere", () => {
  const document = {
    Resources: {
      A: {
        DependsOn: "Layer",
        Properties: { x: { Ref: "Layer" }, y: { "Fn::GetAtt": ["Layer", "Arn"] }, Name: "Layer" },
      },
      B: { DependsOn: ["Other", "Layer"], Properties: { x: { "Fn::Sub": "${Layer}-${Layer.Arn}-${Layers}" } } },
    },
  };
  expect(followRenames(document, new Map([["Layer", "Layer123"]])).Resources).toEqual({
    A: {
      DependsOn: "Layer123",
      Properties: { x: { Ref: "Layer123" }, y: { "Fn::GetAtt": ["Layer123", "Arn"] }, Name: "Layer" },
    },
    B: { DependsOn: ["Other", "Layer123"], Properties: { x: { "Fn::Sub": "${Layer123}-${Layer123.Arn}-${Layers}" } } },
  });
});

it("resolves what a SAM resource offers under a name of its own", () => {
  const document = {
    Outputs: {
      A: { Ref: "Orders.Alias" },
      B: { "Fn::GetAtt": ["Orders", "Version.Version"] },
      C: { "Fn::Sub": ["${Orders.Alias} ${Orders.Arn}", {}] },
      D: { Ref: "Orders.Other" },
    },
  };
  const generated = new Map([
    [
      "Orders",
      new Map([
        ["Alias", "OrdersAliaslive"],
        ["Version", "OrdersVersion1"],
      ]),
    ],
  ]);
  expect(followGenerated(document, generated).Outputs).toEqual({
    A: { Ref: "OrdersAliaslive" },
    B: { "Fn::GetAtt": ["OrdersVersion1", "Version"] },
    C: { "Fn::Sub": ["${OrdersAliaslive} ${Orders.Arn}", {}] },
    D: { Ref: "Orders.Other" },
  });
});

it("leaves alone what names nothing that has moved, and the document that it was given", () => {
  const document = {
    Resources: { A: { Properties: { x: { Ref: "Layer" } } }, B: { Properties: { y: [{ Ref: "Other" }] } } },
  };
  const written = JSON.stringify(document);
  const renamed = followRenames(document, new Map([["Layer", "Layer123"]]));
  expect(entryOf(renamed.Resources, "B")).toBe(document.Resources.B);
  expect(followGenerated(document, new Map([["Layer", new Map([["Arn", "Other"]])]]))).toBe(document);
  expect(JSON.stringify(document)).toBe(written);
});
