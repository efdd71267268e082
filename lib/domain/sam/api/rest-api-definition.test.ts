import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const body = { swagger: "2.0", paths: { "/a": { get: {} }, "/a/": { post: {} } } };

function bodyWith(properties: JsonObject): unknown {
  const { resources, problems } = expandResources({ Orders: restApi({ DefinitionBody: body, ...properties }) });
  return problems.length > 0 ? problems : resources.Orders?.Properties;
}

describe("the definition of a REST API", () => {
  it("takes media types, models, responses and the endpoint's switch", () => {
    const properties = {
      BinaryMediaTypes: ["image~1png"],
      Models: { Order: { type: "object" } },
      GatewayResponses: { UNAUTHORIZED: { StatusCode: 401 } },
      DisableExecuteApiEndpoint: true,
    };
    expect(bodyWith(properties)).toMatchObject({
      BinaryMediaTypes: ["image~1png"],
      Body: {
        "x-amazon-apigateway-binary-media-types": ["image/png"],
        definitions: { order: { type: "object" } },
        "x-amazon-apigateway-gateway-responses": { UNAUTHORIZED: { statusCode: "401" } },
        "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true },
      },
    });
  });

  it("may be an include, which is left as it is", () => {
    const include = { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "s3://bucket/orders.yaml" } } };
    expect(bodyWith({ DefinitionBody: include })).toMatchObject({ Body: include });
    expect(bodyWith({ DefinitionBody: include, Cors: "'*'" })).toMatchObject([{ logicalId: "Orders" }]);
  });

  it.each([["models that are no schemas", { Models: { Order: "object" } }]])("is refused with %s", (_, properties) => {
    expect(bodyWith(properties)).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });

  it.each([
    ["Cors", "'*'"],
    ["Auth", { ApiKeyRequired: true }],
    ["Models", { Order: { type: "object" } }],
    ["GatewayResponses", { UNAUTHORIZED: { StatusCode: 401 } }],
    ["DisableExecuteApiEndpoint", true],
  ])("must be in the template for %s", (property, value) => {
    const written = restApi({ DefinitionUri: "s3://bucket/orders.yaml", [property]: value });
    const { problems } = expandResources({ Orders: written });
    expect(problems).toMatchObject([{ logicalId: "Orders" }]);
    expect(problems[0]?.message).toContain(property);
  });
});
