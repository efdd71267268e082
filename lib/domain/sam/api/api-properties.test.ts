import { describe, expect, it } from "vitest";
import { toValueMap } from "../py27-hash/template-values";
import { makeStateStore } from "../state";
import { apiProperties, referredApi } from "./api-properties";

describe("apiProperties", () => {
  it("are read once, and kept", () => {
    const store = makeStateStore();
    const context = { state: store.get.bind(store) };
    const resources = { Orders: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "orders" } } };
    const read = apiProperties("Orders", resources, context);
    expect(toValueMap(read)).toEqual({ Name: "orders" });
    expect(apiProperties("Orders", {}, context)).toBe(read);
    expect(apiProperties("Nothing", resources, context).size).toBe(0);
  });
});

describe("referredApi", () => {
  it("is the argument of a Ref, or the value", () => {
    expect(referredApi({ Ref: "Orders" })).toBe("Orders");
    expect(referredApi("Orders")).toBe("Orders");
    expect(referredApi({ "Fn::ImportValue": "x" })).toEqual({ "Fn::ImportValue": "x" });
    expect(referredApi(undefined)).toBeUndefined();
  });
});
