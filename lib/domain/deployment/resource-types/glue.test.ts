import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const at = "arn:aws:glue:eu-central-1:123456789012";

describe("the data catalog", () => {
  const database = { Data: { Type: "AWS::Glue::Database", Properties: { DatabaseInput: { Name: "orders" } } } };

  it("authorises a database on the catalog, too", () => {
    expect(probeChecks(database, "create")[0]?.resources).toEqual([`${at}:catalog`, `${at}:database/orders`]);
    expect(probeActions(database, "create")).toEqual(["glue:CreateDatabase", "glue:GetDatabase"]);
  });

  it("deletes a database with all that is in it", () => {
    expect(probeChecks(database, "delete")[0]?.resources).toContain(`${at}:table/orders/*`);
  });

  it("authorises a table on its database and the catalog", () => {
    const table = {
      Table: { Type: "AWS::Glue::Table", Properties: { DatabaseName: "orders", TableInput: { Name: "lines" } } },
    };
    expect(probeChecks(table, "create")[0]?.resources).toEqual([
      `${at}:catalog`,
      `${at}:database/orders`,
      `${at}:table/orders/lines`,
    ]);
  });
});

describe("AWS::Glue::Crawler and AWS::Glue::Job", () => {
  const of = (type: string, properties = {}) => ({
    Work: { Type: `AWS::Glue::${type}`, Properties: { Name: "work", Role: "glue", ...properties } },
  });

  it("passes a role that is named by its name", () => {
    for (const type of ["Crawler", "Job"]) {
      const passed = probeChecks(of(type), "create").find(({ action }) => action === "iam:PassRole");
      expect(passed).toMatchObject({
        resources: ["arn:aws:iam::123456789012:role/glue"],
        context: { "iam:PassedToService": ["glue.amazonaws.com"] },
      });
    }
  });

  it("is tagged on creation where there are tags", () => {
    expect(probeActions(of("Job", { Tags: { team: "shop" } }), "create")).toContain("glue:TagResource");
    expect(probeActions(of("Job"), "create")).toEqual(["glue:CreateJob", "iam:PassRole", "glue:GetJob"]);
  });
});
