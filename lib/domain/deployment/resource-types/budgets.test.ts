import { describe, expect, it } from "vitest";
import { probePlan } from "./rule-probe";

describe("AWS::Budgets::Budget", () => {
  it("is authorised with one action, whatever the operation", () => {
    const budget = { Money: { Type: "AWS::Budgets::Budget", Properties: { Budget: { BudgetName: "shop" } } } };
    const own = probePlan(budget).calls.filter(({ logicalId }) => logicalId === "Money");
    expect(own.map(({ phase, cloudTrail, checks }) => [phase, cloudTrail?.eventName, checks[0]?.action])).toEqual([
      ["create", "CreateBudget", "budgets:ModifyBudget"],
      ["rollback", "DeleteBudget", "budgets:ModifyBudget"],
      ["delete", "DeleteBudget", "budgets:ModifyBudget"],
    ]);
    expect(own[0]?.checks[0]?.resources).toEqual(["arn:aws:budgets::123456789012:budget/shop"]);
  });
});
