import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAssumed } from "./invented-id";
import { generateName } from "./physical-name";

const named = (rule: Parameters<typeof generateName>[0], stack: string, logicalId: string) =>
  readAssumed(generateName(rule, stack, logicalId, "seed"));

describe("generated names", () => {
  it("join stack, logical id and a suffix", () => {
    expect(named({}, "shop", "Orders")).toMatch(/^shop-Orders-[A-Za-z0-9]{12}$/);
    expect(named({ lowerCase: true, maxLength: 63 }, "Shop", "Files")).toMatch(/^shop-files-[a-z0-9]{12}$/);
    expect(named({ form: "logical-id" }, "shop", "Flow")).toMatch(/^Flow-[A-Za-z0-9]{12}$/);
    expect(named({ form: "cfn-and-logical-id" }, "shop", "Rate")).toMatch(/^CFN-Rate-[A-Za-z0-9]{12}$/);
    expect(named({ form: "logical-id-alone" }, "shop", "Layer")).toBe("Layer");
  });

  it("never exceed the service's limit, and keep something of both parts", () => {
    const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,120}$/);
    fc.assert(
      fc.property(id, id, fc.integer({ min: 32, max: 255 }), (stack, logicalId, maxLength) => {
        const name = named({ maxLength }, stack, logicalId);
        expect(name.length).toBeLessThanOrEqual(maxLength);
        const [first = "", second = ""] = name.split("-");
        expect(stack.startsWith(first) && first !== "").toBe(true);
        expect(logicalId.startsWith(second) && second !== "").toBe(true);
      }),
    );
  });
});
