import type { DeploySettings } from "../stack";
import type { Assumption } from "./deployment-plan";
import type { ResourceView } from "./resource-rule";

/** What decides beside the deploy role's own policies and is taken as permissive, and what the account is taken to hold. */
export function assumptionsOf(
  { account, topology }: DeploySettings,
  views: readonly ResourceView[],
): readonly Assumption[] {
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
    ...(views.some(isTaggedStage) ? [unlistedTagging] : []),
  ];
}

function isTaggedStage({ type, tagged }: ResourceView): boolean {
  return type === "AWS::ApiGatewayV2::Stage" && tagged;
}

/**
 * Seen on stages of HTTP and WebSocket APIs since 2023; the service authorization reference does not know the action.
 * https://github.com/aws-amplify/amplify-cli/issues/12316
 */
const unlistedTagging: Assumption = {
  code: "unlisted-tagging-action",
  message:
    "API Gateway may ask for apigateway:TagResource when it makes a tagged stage of an HTTP API. IAM's reference does not list that action, so it is left out; if a deployment names it, grant it on the stages of that API.",
};

function assume(exists: boolean, code: string, what: string): Assumption {
  return { code, message: `The account is taken to ${exists ? "hold" : "lack"} ${what}.` };
}
