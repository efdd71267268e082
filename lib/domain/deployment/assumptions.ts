import type { DeploySettings } from "../stack";
import type { Assumption } from "./deployment-plan";

/** What decides beside the deploy role's own policies and is taken as permissive, and what the account is taken to hold. */
export function assumptionsOf({ account, topology }: DeploySettings): readonly Assumption[] {
  return [
    {
      code: "resource-policies-permissive",
      message:
        "Bucket, key, queue, layer and repository policies that exist already are taken to let the deploy role in.",
    },
    {
      code: "organisation-policies-permissive",
      message:
        "Service and resource control policies, session policies and VPC endpoint policies are taken to deny nothing.",
    },
    assume(
      account.serviceLinkedRolesExist,
      "service-linked-roles",
      "service-linked roles that the stack's services need",
    ),
    assume(
      account.apiGatewayCloudWatchRoleExists,
      "api-gateway-cloudwatch-role",
      "API Gateway's role for CloudWatch Logs",
    ),
    assume(account.managedBucketExists, "managed-bucket", "the SAM CLI's managed artifact bucket"),
    ...(topology === "execution-role"
      ? [
          {
            code: "execution-role-trusts-cloudformation",
            message: "The execution role is taken to exist and to trust CloudFormation.",
          },
        ]
      : []),
  ];
}

function assume(exists: boolean, code: string, what: string): Assumption {
  return { code, message: `The account is taken to ${exists ? "hold" : "lack"} ${what}.` };
}
