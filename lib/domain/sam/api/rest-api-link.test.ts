import { describe, expect, it } from "vitest";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("the API that an event of type Api names", () => {
  const permissionFor = (api: ReturnType<typeof restApi>) => {
    const events = { Get: apiEvent("/orders", "get", { RestApiId: "Orders" }) };
    const { resources, problems } = expandResources({ Orders: api, List: functionWith(events) });
    return problems.length > 0 ? problems : Object.keys(resources).find((id) => id.startsWith("ListGetPermission"));
  };

  it("gives the permission its stage's name, where the template says it", () => {
    expect(permissionFor(restApi({ StageName: "live" }))).toBe("ListGetPermissionlive");
    expect(permissionFor(restApi({ StageName: { Ref: "Stage" } }))).toBe("ListGetPermissionStage");
    expect(permissionFor({ Type: "AWS::ApiGateway::RestApi", Properties: {} })).toBe("ListGetPermissionStage");
  });

  it("must not have an empty stage name", () => {
    expect(permissionFor(restApi({ StageName: "" }))).toMatchObject([{ logicalId: "Orders" }]);
  });
});
