import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";

const budgets = awsService({
  prefix: "budgets",
  documentation: () =>
    "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Operations_AWS_Budgets.html",
});

/** Every operation that makes, changes or removes a budget is authorised with one action. */
function modify(r: ResourceView, operation: string, cause = "Type") {
  return budgets.call(operation, r.arnOfSelf, {
    action: "budgets:ModifyBudget",
    cause,
    also: when(
      operation === "CreateBudget" && r.has("ResourceTags"),
      budgets.check("TagResource", r.arnOfSelf, { cause: "ResourceTags", context: tagContext(r) }),
    ),
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html */
const budget: ResourceRule = {
  type: "AWS::Budgets::Budget",
  name: { property: "Budget.BudgetName", maxLength: 100 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("budgets", `budget/${r.name}`, { region: "" }), attributes: {} }),
  create: (r) => [modify(r, "CreateBudget")],
  update: (r) => when(r.changed("Budget"), modify(r, "UpdateBudget", "Budget")),
  delete: (r) => [modify(r, "DeleteBudget")],
};

export const budgetRules: readonly ResourceRule[] = [budget];
