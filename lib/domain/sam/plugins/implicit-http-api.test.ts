import { describe, expect, it } from "vitest";
import { functionWith, httpApi, httpApiEvent } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("ServerlessHttpApi", () => {
  it("is made for events that name no API", () => {
    const { resources } = expandResources({ Shop: functionWith({ A: httpApiEvent({ Path: "/a", Method: "get" }) }) });
    expect(resources.ServerlessHttpApi).toMatchObject({ Type: "AWS::ApiGatewayV2::Api" });
    expect(resources).toHaveProperty("ServerlessHttpApiApiGatewayDefaultStage");
  });

  it("leaves events of other APIs to them", () => {
    const event = httpApiEvent({ Path: "/a", Method: "get", ApiId: { Ref: "Orders" } });
    const { resources } = expandResources({ Orders: httpApi(), Shop: functionWith({ A: event }) });
    expect(resources).not.toHaveProperty("ServerlessHttpApi");
    expect(resources.Orders?.Properties).toHaveProperty(["Body", "paths", "/a", "get"]);
  });

  it("puts route settings under the function's condition", () => {
    const event = httpApiEvent({ Path: "/a", Method: "get", RouteSettings: { ThrottlingBurstLimit: 1 } });
    const { resources } = expandResources({ Shop: functionWith({ A: event }, {}, { Condition: "IsProd" }) });
    expect(resources.ServerlessHttpApiApiGatewayDefaultStage?.Properties).toMatchObject({
      RouteSettings: { "GET /a": { "Fn::If": ["IsProd", { ThrottlingBurstLimit: 1 }, {}] } },
    });
  });

  it("refuses properties that are no map", () => {
    const { problems } = expandResources({ Shop: functionWith({ A: { Type: "HttpApi", Properties: "/a" } }) });
    expect(problems).toMatchObject([{ logicalId: "Shop", severity: "error" }]);
  });
});
