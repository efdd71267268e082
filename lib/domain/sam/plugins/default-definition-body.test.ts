import { describe, expect, it } from "vitest";
import { httpApi, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("the default definition", () => {
  it("is written where the template has none", () => {
    const { resources } = expandResources({ Rest: restApi(), Http: httpApi() });
    expect(resources.Rest?.Properties).toHaveProperty("Body.swagger", "2.0");
    expect(resources.Http?.Properties).toHaveProperty("Body.openapi", "3.0.1");
  });

  it("is not written beside another", () => {
    const { resources } = expandResources({ Rest: restApi({ DefinitionUri: "s3://bucket/rest.yaml" }) });
    expect(resources.Rest?.Properties).not.toHaveProperty("Body");
  });

  it("needs no properties for an HTTP API", () => {
    const { problems } = expandResources({ Http: { Type: "AWS::Serverless::HttpApi" } });
    expect(problems).toEqual([]);
  });
});
