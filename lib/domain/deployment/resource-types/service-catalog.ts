import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const catalog = awsService({
  prefix: "servicecatalog",
  documentation: (operation) => `https://docs.aws.amazon.com/servicecatalog/latest/dg/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicecatalog-launchroleconstraint.html */
export const serviceCatalogRules: readonly ResourceRule[] = [
  plainRule({
    type: "AWS::ServiceCatalog::LaunchRoleConstraint",
    service: catalog,
    identify: (r) => {
      const id = `cons-${r.invent("id", { alphabet: "lower", length: 13 })}`;
      return { physicalId: id, arn: null, attributes: { Id: id } };
    },
    create: "CreateConstraint",
    reads: ["DescribeConstraint"],
    update: "UpdateConstraint",
    delete: "DeleteConstraint",
    // Products are of the namespace `catalog`; constraints are checked on no resource.
    on: {
      CreateConstraint: (r) =>
        r.arn("catalog", `product/${r.text("ProductId") ?? r.invent("product", { alphabet: "lower", length: 13 })}`),
      DescribeConstraint: anything,
      UpdateConstraint: anything,
      DeleteConstraint: anything,
    },
    checks: (r) => passedRoles(r, "servicecatalog.amazonaws.com", "RoleArn"),
  }),
];
