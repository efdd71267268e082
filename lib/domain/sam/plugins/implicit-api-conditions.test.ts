import { describe, expect, it } from "vitest";
import { apiEvent, functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("an implicit API", () => {
  it("exists and is kept as long as any of its functions", () => {
    const one = functionWith({ A: apiEvent("/a", "get") }, {}, { Condition: "C1", DeletionPolicy: "Delete" });
    const two = functionWith({ B: apiEvent("/a", "post") }, {}, { Condition: "C2", DeletionPolicy: "Retain" });
    const { resources } = expandResources({ One: one, Two: two });
    expect(resources.ServerlessRestApi).toMatchObject({
      Condition: "ServerlessRestApiCondition",
      DeletionPolicy: "Retain",
      Properties: { Body: { paths: { "/a": { "Fn::If": ["ServerlessRestApiSLASHaPathCondition", {}, {}] } } } },
    });
    const alone = expandResources({ One: one }).resources.ServerlessRestApi;
    expect(alone).toMatchObject({ Condition: "C1" });
    const always = functionWith({ B: apiEvent("/b", "get") });
    expect(expandResources({ One: one, Two: always }).resources.ServerlessRestApi).not.toHaveProperty("Condition");
  });

  it("has paths that exist as long as any of their methods", () => {
    const one = functionWith({ A: apiEvent("/a", "get"), B: apiEvent("/b", "get") }, {}, { Condition: "C1" });
    const two = functionWith({ A: apiEvent("/a", "post") });
    const { resources } = expandResources({ One: one, Two: two });
    expect(resources.ServerlessRestApi?.Properties).toMatchObject({
      Body: { paths: { "/a": { get: {}, post: {} }, "/b": { "Fn::If": ["C1", {}, { Ref: "AWS::NoValue" }] } } },
    });
  });
});
