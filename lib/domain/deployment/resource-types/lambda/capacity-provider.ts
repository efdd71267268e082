import { awsService } from "../../aws-service";
import { kmsThrough } from "../../common-checks";
import type { ResourceRule } from "../../resource-rule";
import { when } from "../../resource-rule";
import { passedRoles } from "../passed-roles";
import { plainRule } from "../plain-rule";
import { serviceLinkedRole } from "../service-linked-role";

const lambda = awsService({
  prefix: "lambda",
  documentation: (operation) => `https://docs.aws.amazon.com/lambda/latest/api/API_${operation}.html`,
});

const source = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-security.html";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-capacityprovider.html */
const capacityProvider = plainRule({
  type: "AWS::Lambda::CapacityProvider",
  service: lambda,
  name: { property: "CapacityProviderName", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("lambda", `capacity-provider:${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, State: "Active" } };
  },
  create: "CreateCapacityProvider",
  // CloudFormation waits until the provider is active.
  reads: ["GetCapacityProvider"],
  update: "UpdateCapacityProvider",
  delete: "DeleteCapacityProvider",
  gone: "GetCapacityProvider",
  checksOnce: (r) => [
    ...passedRoles(r, "lambda.amazonaws.com", "PermissionsConfig.CapacityProviderOperatorRoleArn"),
    ...serviceLinkedRole(r, {
      service: "lambda.amazonaws.com",
      role: "AWSServiceRoleForLambda",
      through: "lambda.amazonaws.com",
      source,
    }),
    ...when(r.has("KmsKeyArn"), kmsThrough(r, "DescribeKey", { path: "KmsKeyArn", service: "lambda", source })),
  ],
});

export const capacityProviderRules: readonly ResourceRule[] = [capacityProvider];
