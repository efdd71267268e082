import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import type { ExpandOptions } from "../expand-options";
import { expandSam } from "../expand-sam";
import { functionWith } from "../testing/api-resources";

const options: ExpandOptions = {
  parameters: {},
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
  artifacts: null,
};

function expand(globals: Json, resource: JsonObject) {
  const document = { Transform: "AWS::Serverless-2016-10-31", Globals: globals, Resources: { Orders: resource } };
  return expandSam({ document, positions: { find: () => null } }, options);
}

describe("Globals", () => {
  const globals = { Function: { Timeout: 9, Layers: ["shared"], Environment: { Variables: { A: "1", B: "1" } } } };

  it("gives way to the resource, merges maps, puts lists in front, and disappears", () => {
    const own = { Layers: ["own"], Environment: { Variables: { B: "2" } } };
    const { value } = expand(globals, functionWith({}, own));
    expect(value?.document).not.toHaveProperty("Globals");
    expect(value?.document.Resources).toMatchObject({
      Orders: { Properties: { Timeout: 9, Layers: ["shared", "own"], Environment: { Variables: { A: "1", B: "2" } } } },
    });
  });

  it.each<[Json, JsonObject]>([
    ["*", {}],
    [["Timeout", "Layers"], { Environment: globals.Function.Environment }],
  ])("is left out where IgnoreGlobals is %j", (ignored, left) => {
    const { value } = expand(globals, { ...functionWith({}), IgnoreGlobals: ignored });
    const orders = value?.document.Resources;
    expect(orders).toMatchObject({ Orders: { Properties: left } });
    expect(JSON.stringify(orders)).not.toContain("Timeout");
  });

  it.each<[Json, JsonObject, RegExp]>([
    [["x"], {}, /must be a map/],
    [{ Table: {} }, {}, /'Table' is not supported/],
    [{ Function: { Role: "x" } }, {}, /'Role' cannot be shared/],
    [{ Function: ["x"] }, {}, /'Function' must be a map/],
    [globals, { IgnoreGlobals: ["Role"] }, /names 'Role'/],
    [globals, { IgnoreGlobals: 5 }, /'IgnoreGlobals' must be/],
  ])("refuses %j", (wrong, attributes, message) => {
    const { value, problems } = expand(wrong, { ...functionWith({}), ...attributes });
    expect(value).toBeNull();
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });
});
