import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const withPlan = (UsagePlan: JsonObject, attributes: JsonObject = {}) => restApi({ Auth: { UsagePlan } }, attributes);

describe("the usage plan of a REST API", () => {
  it("is its own, with a key", () => {
    const { resources } = expandResources({ Orders: withPlan({ CreateUsagePlan: "PER_API", Quota: { Limit: 5 } }) });
    expect(resources.OrdersUsagePlan).toMatchObject({
      DependsOn: ["Orders"],
      Properties: { Quota: { Limit: 5 }, ApiStages: [{ ApiId: { Ref: "Orders" }, Stage: { Ref: "OrdersProdStage" } }] },
    });
    expect(resources.OrdersApiKey).toMatchObject({ DependsOn: ["OrdersUsagePlan"], Properties: { Enabled: true } });
    expect(resources.OrdersUsagePlanKey?.Properties).toEqual({
      KeyId: { Ref: "OrdersApiKey" },
      KeyType: "API_KEY",
      UsagePlanId: { Ref: "OrdersUsagePlan" },
    });
  });

  it("may be shared by all that say so, and then is kept if any is", () => {
    const shared = { CreateUsagePlan: "SHARED" };
    const { resources } = expandResources({
      Orders: withPlan(shared, { DeletionPolicy: "Delete" }),
      Carts: withPlan(shared, { DeletionPolicy: "Retain" }),
    });
    expect(resources.ServerlessUsagePlan).toMatchObject({
      DependsOn: expect.arrayContaining(["Orders", "Carts"]),
      DeletionPolicy: "Retain",
      Properties: { ApiStages: [{}, {}] },
    });
    expect(resources.ServerlessApiKey?.Properties).toMatchObject({ StageKeys: [{}, {}] });
  });

  it("is left out with NONE", () => {
    const { resources } = expandResources({ Orders: withPlan({ CreateUsagePlan: "NONE" }) });
    expect(resources).not.toHaveProperty("OrdersUsagePlan");
  });

  it.each([
    ["without CreateUsagePlan", { Description: "x" }],
    ["for an unknown way", { CreateUsagePlan: "PER_STAGE" }],
    ["with unknown properties", { CreateUsagePlan: "NONE", Limit: 3 }],
  ])("is refused %s", (_, plan) => {
    expect(expandResources({ Orders: withPlan(plan) }).problems).toMatchObject([{ logicalId: "Orders" }]);
  });

  it("needs the template to declare the conditions of those who share it", () => {
    const conditional = withPlan({ CreateUsagePlan: "SHARED" }, { Condition: "IsProd" });
    expect(expandResources({ Orders: conditional }).problems[0]?.message).toContain("Conditions");
  });
});
