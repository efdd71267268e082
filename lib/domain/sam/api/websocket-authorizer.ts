import { invalidResource } from "../fault";
import { ref, sub } from "../intrinsics";
import { makeResource, type Resource } from "../resource";
import { isGiven, isMap, type Value, type ValueMap } from "../value";
import { permitV2Authorizer } from "./v2-authorizer-permission";

/** `AuthorizationType` and `AuthorizerId` of a route: connections are authorised when they are made. */
export function routeAuthorization(apiId: string, routeKey: string, auth: Value | undefined): ValueMap {
  if (!isGiven(auth) || !isMap(auth)) return {};
  checkAuth(apiId, auth);
  if (routeKey !== "$connect") return {};
  if (auth.AuthType === "CUSTOM") return { AuthorizationType: "CUSTOM", AuthorizerId: ref(authorizerId(apiId)) };
  return { AuthorizationType: auth.AuthType === "AWS_IAM" ? "AWS_IAM" : "NONE" };
}

function checkAuth(apiId: string, auth: ValueMap): void {
  const refuse = (message: string) => invalidResource(apiId, message, "Properties.Auth");
  if (!isGiven(auth.AuthType)) throw refuse("'Auth' needs an 'AuthType'.");
  const type = typeof auth.AuthType === "string" ? auth.AuthType.toUpperCase() : "";
  if (!["NONE", "AWS_IAM", "CUSTOM"].includes(type)) throw refuse("'AuthType' must be AWS_IAM, CUSTOM or NONE.");
  if (type === "CUSTOM" && !isGiven(auth.AuthArn)) throw refuse("'AuthType' CUSTOM needs an 'AuthArn'.");
  if (type !== "CUSTOM" && Object.keys(auth).length > 1) throw refuse(`'AuthType' ${type} takes no further settings.`);
}

/** The authorizer's function as a resource, and the permission to invoke it unless a role does. */
export function makeWebSocketAuthorizer(apiId: string, auth: ValueMap): Resource[] {
  if (auth.AuthType !== "CUSTOM" || !isGiven(auth.AuthArn)) return [];
  const logicalId = authorizerId(apiId);
  const arn = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${AuthArn}/invocations";
  const authorizer = makeResource(
    "AWS::ApiGatewayV2::Authorizer",
    logicalId,
    {},
    {
      ApiId: ref(apiId),
      AuthorizerCredentialsArn: auth.InvokeRole,
      AuthorizerType: "REQUEST",
      AuthorizerUri: sub(arn, { AuthArn: auth.AuthArn }),
      IdentitySource: auth.IdentitySource,
      Name: isGiven(auth.Name) ? auth.Name : logicalId,
    },
  );
  if (isGiven(auth.InvokeRole)) return [authorizer];
  return [authorizer, permitV2Authorizer(apiId, `${apiId}AuthorizerPermission`, auth.AuthArn, {})];
}

function authorizerId(apiId: string): string {
  return `${apiId}ConnectAuthorizer`;
}
