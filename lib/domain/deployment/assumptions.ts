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
    ...(views.some(isImageFunction) ? [assumeAdmitted(account.repositoriesAdmitLambda)] : []),
    ...(topology === "execution-role"
      ? [
          {
            code: "execution-role-trusts-cloudformation",
            message: "The execution role is taken to exist and to trust CloudFormation.",
          },
        ]
      : []),
    ...(views.some(needsUnlistedTagging) ? [unlistedTagging] : []),
  ];
}

function isImageFunction(view: ResourceView): boolean {
  return view.type === "AWS::Lambda::Function" && view.text("Code.ImageUri") !== undefined;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions */
function assumeAdmitted(admitted: boolean): Assumption {
  return {
    code: "repositories-admit-lambda",
    message: admitted
      ? "The policies of image repositories are taken to admit Lambda."
      : "The policies of image repositories, except those that the SAM CLI makes, are taken not to admit Lambda yet, so that it adds itself with the deploying role's permissions.",
  };
}

/** Stages of HTTP and WebSocket APIs, all of which SAM tags, and the VPC links, of which the registry says the same. */
function needsUnlistedTagging({ type, tagged }: ResourceView): boolean {
  return tagged && (type === "AWS::ApiGatewayV2::Stage" || type === "AWS::ApiGatewayV2::VpcLink");
}

/**
 * Refusals on `/apis/<id>/stages` have been public from 2022 until today, of deployments of SAM and CDK alike, while the
 * service authorization reference lists HTTP verbs only.
 * https://github.com/cloudtools/awacs/issues/254
 * https://github.com/aws-amplify/amplify-cli/issues/12316
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html
 */
const unlistedTagging: Assumption = {
  code: "unlisted-tagging-action",
  message:
    "API Gateway asks for apigateway:TagResource on the API's stages when it makes a tagged stage (or VPC link) of an HTTP or WebSocket API, as public refusals show; SAM tags every stage that it makes. IAM's reference does not list the action, so the trials do not ask for it: a role that may only use API Gateway's verbs passes here and is refused in an account. Grant apigateway:TagResource and apigateway:UntagResource beside the verbs, or apigateway:*.",
};

function assume(exists: boolean, code: string, what: string): Assumption {
  return { code, message: `The account is taken to ${exists ? "hold" : "lack"} ${what}.` };
}
