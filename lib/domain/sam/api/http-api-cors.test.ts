import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { httpApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

function bodyWith(properties: JsonObject): unknown {
  const { resources, problems } = expandResources({ Orders: httpApi(properties) });
  return problems.length > 0 ? problems : JSON.parse(JSON.stringify(resources.Orders?.Properties)).Body;
}

describe("CorsConfiguration", () => {
  it("is a switch, a map or a choice", () => {
    const cors = (CorsConfiguration: boolean | JsonObject) => bodyWith({ CorsConfiguration });
    expect(cors(true)).toMatchObject({ "x-amazon-apigateway-cors": { allowOrigins: ["*"] } });
    expect(cors({ AllowOrigins: ["a"], MaxAge: 0, AllowCredentials: true })).toMatchObject({
      "x-amazon-apigateway-cors": { allowOrigins: ["a"], maxAge: 0, allowCredentials: true },
    });
    expect(cors({ "Fn::If": ["C", { AllowOrigins: ["a"] }, { Ref: "AWS::NoValue" }] })).toMatchObject({
      "x-amazon-apigateway-cors": { "Fn::If": ["C", { allowOrigins: ["a"] }, {}] },
    });
  });

  it.each([
    ["an unknown setting", { CorsConfiguration: { Origins: ["a"] } }],
    ["credentials for everybody", { CorsConfiguration: { AllowOrigins: ["*"], AllowCredentials: true } }],
  ])("is refused with %s", (_, properties) => {
    expect(bodyWith(properties)).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
