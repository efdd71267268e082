import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (config: JsonObject, properties: JsonObject = {}) =>
  expandResources({ Orders: functionWith({}, { FunctionUrlConfig: config, ...properties }) });

describe("FunctionUrlConfig", () => {
  it("opens a public URL to everyone, on the alias where there is one", () => {
    const { resources } = expand({ AuthType: "NONE", InvokeMode: "BUFFERED" }, { AutoPublishAlias: "live" });
    expect(resources.OrdersUrl?.Properties).toEqual({
      AuthType: "NONE",
      InvokeMode: "BUFFERED",
      TargetFunctionArn: { Ref: "OrdersAliaslive" },
    });
    expect(resources.OrdersUrlPublicPermissions?.Properties).toMatchObject({
      Principal: "*",
      FunctionUrlAuthType: "NONE",
    });
    expect(resources.OrdersURLInvokeAllowPublicAccess?.Properties).toMatchObject({ InvokedViaFunctionUrl: true });
  });

  it("needs no permission where callers sign their requests", () => {
    const { resources } = expand({ AuthType: "AWS_IAM" });
    expect(Object.keys(resources)).toEqual(["Orders", "OrdersUrl", "OrdersRole"]);
  });

  it.each([
    [{ InvokeMode: "BUFFERED" }, /needs 'AuthType'/],
    [{ AuthType: "JWT" }, /'AWS_IAM' or 'NONE'/],
    [{ AuthType: "NONE", Cors: ["*"] }, /Cors' must be a map/],
    [{ AuthType: "NONE", Cors: { Origins: ["*"] } }, /no property 'Origins'/],
    [{ AuthType: "NONE", Cors: { MaxAge: "1" } }, /must be an integer/],
  ])("refuses %j", (config, message) => {
    const { problems } = expand(config);
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
