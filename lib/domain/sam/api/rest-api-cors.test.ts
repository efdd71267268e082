import { describe, expect, it } from "vitest";
import type { Json } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const body = { swagger: "2.0", paths: { "/a": { get: {} }, "/a/": { post: {} }, "/": { get: {} } } };

function bodyWith(Cors: Json): string {
  const { resources, problems } = expandResources({ Orders: restApi({ DefinitionBody: body, Cors }) });
  return JSON.stringify(problems.length > 0 ? problems : resources.Orders?.Properties);
}

describe("Cors of a REST API", () => {
  it("concerns one of two paths that API Gateway does not tell apart", () => {
    expect(bodyWith("'*'").split("CORS support").length - 1).toBe(2);
  });

  it("is an origin, computed or not, or a map", () => {
    expect(bodyWith("'https://a'")).toContain(`Allow-Origin":"'https://a'"`);
    expect(bodyWith({ "Fn::Sub": "'${Origin}'" })).toContain(`Allow-Origin":{"Fn::Sub":"'${"${Origin}"}'"}`);
    expect(bodyWith({ AllowMethods: "'GET'", MaxAge: 5 })).toContain(`Allow-Methods":"'GET'"`);
  });

  it.each([
    ["an unknown setting", { Origin: "'*'" }],
    ["credentials for everybody", { AllowCredentials: true }],
    ["an empty origin", { AllowOrigin: "" }],
  ])("is refused with %s", (_, cors) => {
    expect(JSON.parse(bodyWith(cors))).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
