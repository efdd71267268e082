import { describe, expect, it } from "vitest";
import { PyDict } from "../py27-hash/py-value";
import { type DeployedContent, makeDeployment, stageLogicalId } from "./deployment";
import { emptySwagger } from "./swagger-editor";

const content: DeployedContent = {
  definition: emptySwagger(),
  openApiVersion: undefined,
  domain: null,
  functionNames: "",
  alwaysDeployAt: null,
};
const idOf = (changes: Partial<DeployedContent>) => makeDeployment("Orders", { ...content, ...changes }, {}).logicalId;

describe("makeDeployment", () => {
  it("is named after what is deployed", () => {
    const changes: Partial<DeployedContent>[] = [
      {},
      { openApiVersion: "3.0.1" },
      { domain: PyDict.of({ DomainName: "a" }) },
      { functionNames: "list" },
      { alwaysDeployAt: 5 },
    ];
    const ids = changes.map(idOf);
    expect(new Set(ids).size).toBe(changes.length);
    for (const id of ids) expect(id).toMatch(/^OrdersDeployment[0-9a-f]{10}$/);
    expect(idOf({})).toBe(idOf({}));
  });

  it("has a plain name where nothing is deployed", () => {
    expect(idOf({ definition: null })).toBe("OrdersDeployment");
  });
});

describe("stageLogicalId", () => {
  it("holds the stage's name if that fits", () => {
    expect(stageLogicalId("Orders", "Prod")).toBe("OrdersProdStage");
    expect(stageLogicalId("Orders", { Ref: "Stage" })).toBe("OrdersStage");
    expect(stageLogicalId("Orders", "prod-1")).toMatch(/^OrdersStage[0-9a-f]{10}$/);
  });
});
