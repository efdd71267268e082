import { describe, expect, it } from "vitest";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("ServerlessRestApi", () => {
  it("is made for events that name no API", () => {
    const events = {
      List: apiEvent("/orders", "get"),
      Add: apiEvent("/orders", "post"),
      Item: apiEvent("/orders/{id}", "any"),
    };
    const { resources } = expandResources({ Orders: functionWith(events) });
    expect(resources.ServerlessRestApiProdStage?.Properties).toMatchObject({ StageName: "Prod" });
    // What the official translator (1.110.0) gives for the same resources.
    expect(resources).toHaveProperty("ServerlessRestApiDeployment0db9987a18");
  });

  it("is not made where no event needs it, and does not take the place of the template's own", () => {
    expect(expandResources({ Orders: functionWith({}) }).resources).not.toHaveProperty("ServerlessRestApi");
    const own = { ServerlessRestApi: restApi({ Name: "own" }) };
    expect(expandResources(own).resources.ServerlessRestApi?.Properties).toMatchObject({ Name: "own" });
  });

  it("takes the tags of functions that propagate theirs", () => {
    const tagged = functionWith({ A: apiEvent("/a", "get") }, { Tags: { Team: "shop" }, PropagateTags: true });
    expect(expandResources({ One: tagged }).resources.ServerlessRestApi?.Properties).toMatchObject({
      Tags: [{ Key: "Team", Value: "shop" }],
    });
  });

  it("is no API for HTTP, and events must have text in their path", () => {
    const http = { Type: "AWS::Serverless::HttpApi", Properties: {} };
    const events = { A: apiEvent("/a", "get", { RestApiId: { Ref: "Http" } }), B: apiEvent("/b", "get") };
    expect(expandResources({ Http: http, One: functionWith(events) }).problems).toMatchObject([{ logicalId: "One" }]);
    const broken = { A: { Type: "Api", Properties: { Path: ["a"], Method: "get" } } };
    expect(expandResources({ One: functionWith(broken) }).problems).toMatchObject([{ logicalId: "One" }]);
  });
});
