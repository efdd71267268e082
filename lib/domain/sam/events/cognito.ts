import type { FunctionEventSource, SamEvent } from "../event-source";
import { expectMap, inResource } from "../expect";
import { invalidEvent } from "../fault";
import { getAtt } from "../intrinsics";
import { listOf, oneOf, required, requiredStrict, text } from "../property";
import type { ExpansionContext } from "../resource-type";
import { isList, isMap, type ValueMap } from "../value";
import { existingResource, expectType } from "./existing-resource";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cognito.html */
export const cognito: FunctionEventSource = {
  type: "Cognito",
  properties: { UserPool: required(text), Trigger: requiredStrict(oneOf(text, listOf(text))) },
  checkLinks(event, context) {
    findUserPool(event, context);
  },
  expand(event, target, context) {
    const { userPoolId, userPool: found } = findUserPool(event, context);
    expectType(userPoolId, found, "AWS::Cognito::UserPool");
    const userPool = context.edit(userPoolId, found);
    const permission = makePermission(event, target, {
      principal: "cognito-idp.amazonaws.com",
      sourceArn: getAtt(userPoolId, "Arn"),
      prefix: `${target.logicalId}Cognito`,
    });
    userPool.Properties ??= {};
    const properties = expectMap(userPool.Properties, inResource(userPoolId, "Properties"));
    properties.LambdaConfig ??= {};
    const triggers = expectMap(properties.LambdaConfig, inResource(userPoolId, "LambdaConfig"));
    const { Trigger } = event.properties;
    for (const trigger of isList(Trigger) ? Trigger : [Trigger ?? null]) {
      const name = String(trigger);
      if (Object.hasOwn(triggers, name)) {
        throw invalidEvent(
          event.eventId,
          `The Cognito trigger '${name}' is already set on the user pool. Use each trigger once.`,
        );
      }
      triggers[name] = target.arn();
    }
    return [permission, existingResource(userPoolId, userPool, "AWS::Cognito::UserPool", userPoolProperties)];
  },
};

/** Of `AWS::Cognito::UserPool`: those that the transform passes on. It refuses a user pool with any other. */
const userPoolProperties: ReadonlySet<string> = new Set([
  "AccountRecoverySetting",
  "AdminCreateUserConfig",
  "AliasAttributes",
  "AutoVerifiedAttributes",
  "DeletionProtection",
  "DeviceConfiguration",
  "EmailAuthenticationMessage",
  "EmailAuthenticationSubject",
  "EmailConfiguration",
  "EmailVerificationMessage",
  "EmailVerificationSubject",
  "EnabledMfas",
  "LambdaConfig",
  "MfaConfiguration",
  "Policies",
  "Schema",
  "SmsAuthenticationMessage",
  "SmsConfiguration",
  "SmsVerificationMessage",
  "UserAttributeUpdateSettings",
  "UserPoolAddOns",
  "UserPoolName",
  "UserPoolTags",
  "UserPoolTier",
  "UsernameAttributes",
  "UsernameConfiguration",
  "VerificationMessageTemplate",
  "WebAuthnRelyingPartyID",
  "WebAuthnUserVerification",
]);

function findUserPool(event: SamEvent, context: ExpansionContext): { userPoolId: string; userPool: ValueMap } {
  const { UserPool } = event.properties;
  if (isMap(UserPool) && UserPool.Ref !== undefined) {
    const userPoolId = UserPool.Ref;
    if (typeof userPoolId !== "string")
      throw invalidEvent(event.logicalId, "The 'Ref' in 'UserPool' must be a logical id.");
    const userPool = Object.hasOwn(context.sourceResources, userPoolId)
      ? context.sourceResources[userPoolId]
      : undefined;
    if (isMap(userPool)) return { userPoolId, userPool };
  }
  throw invalidEvent(event.eventId, "'UserPool' must refer to a user pool of the same template.");
}
