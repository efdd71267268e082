import { expect, it } from "vitest";
import type { Json } from "../../json";
import { renameLogicalId } from "./rename-logical-id";

function rename(references: Json): Json | undefined {
  const document = {
    Parameters: { OrdersTable: { Type: "String" } },
    Resources: {
      Orders: { Type: "AWS::Serverless::Function" },
      OrdersArchive: { Type: "AWS::Serverless::Function" },
      OrdersQueue: { Type: "AWS::SQS::Queue" },
    },
    Outputs: { All: { Value: references } },
  };
  const { Outputs: outputs } = renameLogicalId.apply(document)?.document ?? {};
  return outputs;
}

it.each<[string, Json, Json]>([
  ["a reference", { Ref: "Orders" }, { Ref: "OrdersHandler" }],
  ["an attribute", { "Fn::GetAtt": ["Orders", "Arn"] }, { "Fn::GetAtt": ["OrdersHandler", "Arn"] }],
  ["an attribute as text", { "Fn::GetAtt": "Orders.Arn" }, { "Fn::GetAtt": "OrdersHandler.Arn" }],
  [
    "names in a text",
    { "Fn::Sub": "${Orders} ${Orders.Arn} ${!Orders}" },
    { "Fn::Sub": "${OrdersHandler} ${OrdersHandler.Arn} ${!Orders}" },
  ],
  [
    "values beside a text",
    { "Fn::Sub": ["${A}", { A: { Ref: "Orders" } }] },
    { "Fn::Sub": ["${A}", { A: { Ref: "OrdersHandler" } }] },
  ],
  ["what it depends on", { DependsOn: ["Orders", "OrdersQueue"] }, { DependsOn: ["OrdersHandler", "OrdersQueue"] }],
  ["its generated role", { "Fn::GetAtt": ["OrdersRole", "Arn"] }, { "Fn::GetAtt": ["OrdersHandlerRole", "Arn"] }],
  ["its alias", { Ref: "Orders.Alias" }, { Ref: "OrdersHandler.Alias" }],
])("renames %s", (_what, before, after) => {
  expect(rename(before)).toEqual({ All: { Value: after } });
});

it.each<[string, Json]>([
  ["another resource", { Ref: "OrdersQueue" }],
  ["a parameter", { Ref: "OrdersTable" }],
  ["what is generated from another function", { "Fn::GetAtt": ["OrdersArchiveRole", "Arn"] }],
  ["an attribute of that name", { "Fn::GetAtt": ["OrdersQueue", "Orders"] }],
  ["text that is no reference", "Orders"],
])("leaves %s", (_what, value) => {
  expect(rename(value)).toEqual({ All: { Value: value } });
});
