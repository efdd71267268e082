import { expectBoolean, expectList, expectMap, expectText, inResource } from "../expect";
import { invalidResource } from "../fault";
import { sub } from "../intrinsics";
import { isGiven, isList, type Value, type ValueMap } from "../value";

/** An authorizer of an HTTP API, checked. */
export interface HttpAuthorizer {
  readonly apiId: string;
  readonly name: string;
  readonly type: "AWS_IAM" | "JWT" | "REQUEST";
  /** As in `Auth.Authorizers`. */
  readonly config: ValueMap;
}

/** `Auth.Authorizers`, with `AWS_IAM` in front where it is enabled. */
export function readHttpAuthorizers(apiId: string, auth: ValueMap): HttpAuthorizer[] {
  const builtIn: HttpAuthorizer[] =
    auth.EnableIamAuthorizer === true ? [{ apiId, name: "AWS_IAM", type: "AWS_IAM", config: {} }] : [];
  if (!isGiven(auth.Authorizers)) return builtIn;
  const declared = expectMap(auth.Authorizers, inResource(apiId, "Auth.Authorizers"));
  const read = Object.keys(declared).map((name) =>
    readAuthorizer(apiId, name, expectMap(declared[name], inResource(apiId, `Auth.Authorizers.${name}`))),
  );
  return [...builtIn.filter(({ name }) => !Object.hasOwn(declared, name)), ...read];
}

function readAuthorizer(apiId: string, name: string, config: ValueMap): HttpAuthorizer {
  const refuse = (message: string) =>
    invalidResource(apiId, `The authorizer '${name}' ${message}`, `Properties.Auth.Authorizers.${name}`);
  if (config.OpenIdConnectUrl !== undefined)
    throw refuse("uses 'OpenIdConnectUrl', which is no longer supported. Use 'JwtConfiguration'.");
  const isJwt = isGiven(config.JwtConfiguration);
  if (isJwt) expectMap(config.JwtConfiguration, inResource(apiId, "JwtConfiguration"));
  const { AuthorizationScopes: scopes } = config;
  if (scopes !== undefined && scopes !== null && !isList(scopes))
    throw refuse("must have a list as 'AuthorizationScopes'.");
  const foreign = (isJwt ? lambdaSettings : jwtSettings).find((setting) => isPresent(config, setting));
  if (foreign !== undefined)
    throw refuse(`has '${foreign}', which is only for ${isJwt ? "Lambda" : "OAuth 2"} authorizers.`);
  for (const setting of isJwt ? ["IdentitySource"] : ["FunctionArn", "AuthorizerPayloadFormatVersion"]) {
    if (!isGiven(config[setting])) throw refuse(`must define '${setting}'.`);
  }
  if (isPresent(config, "EnableFunctionDefaultPermissions")) {
    expectBoolean(
      config.EnableFunctionDefaultPermissions,
      inResource(apiId, `Auth.Authorizers.${name}.EnableFunctionDefaultPermissions`),
    );
  }
  return { apiId, name, type: isJwt ? "JWT" : "REQUEST", config };
}

const jwtSettings = ["AuthorizationScopes", "IdentitySource"];
const lambdaSettings = [
  "FunctionArn",
  "FunctionInvokeRole",
  "Identity",
  "AuthorizerPayloadFormatVersion",
  "EnableSimpleResponses",
  "EnableFunctionDefaultPermissions",
];

function isPresent(config: ValueMap, setting: string): boolean {
  return (config[setting] ?? null) !== null;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
export function securitySchemeOf(authorizer: HttpAuthorizer, partition: string): ValueMap {
  switch (authorizer.type) {
    case "AWS_IAM":
      return { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" };
    case "JWT":
      return { type: "oauth2", "x-amazon-apigateway-authorizer": jwtAuthorizer(authorizer.config) };
    case "REQUEST": {
      const extension = requestAuthorizer(authorizer, partition);
      return { type: "apiKey", name: "Unused", in: "header", "x-amazon-apigateway-authorizer": extension };
    }
  }
}

/** Keys in lower case, as OpenAPI wants them; templates often have CloudFormation's capitals. */
function jwtAuthorizer({ JwtConfiguration: given = null, IdentitySource: source = null }: ValueMap): ValueMap {
  const configuration: ValueMap = {};
  for (const [key, value] of Object.entries(typeof given === "object" && given !== null ? given : {})) {
    configuration[key.toLowerCase()] = value;
  }
  return { jwtConfiguration: configuration, identitySource: source, type: "jwt" };
}

function requestAuthorizer({ apiId, name, config }: HttpAuthorizer, partition: string): ValueMap {
  const arn = `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`;
  const extension: ValueMap = {
    type: "request",
    authorizerUri: sub(arn, { __FunctionArn__: config.FunctionArn ?? null }),
    authorizerPayloadFormatVersion: config.AuthorizerPayloadFormatVersion ?? null,
  };
  const { FunctionInvokeRole: role, Identity: given, EnableSimpleResponses: simple } = config;
  if (isGiven(role) && role !== "NONE") extension.authorizerCredentials = role;
  if (isGiven(simple)) extension.enableSimpleResponses = simple;
  if (!isGiven(given)) return extension;
  const identity = expectMap(given, inResource(apiId, `Auth.Authorizers.${name}.Identity`));
  if ((identity.ReauthorizeEvery ?? null) !== null)
    extension.authorizerResultTtlInSeconds = identity.ReauthorizeEvery ?? null;
  extension.identitySource = identitySources.flatMap(([key, prefix]) =>
    sourcesOf(apiId, name, key, prefix, identity[key]),
  );
  return extension;
}

const identitySources = [
  ["Headers", "$request.header."],
  ["QueryStrings", "$request.querystring."],
  ["StageVariables", "$stageVariables."],
  ["Context", "$context."],
] as const;

function sourcesOf(apiId: string, name: string, key: string, prefix: string, values: Value | undefined): string[] {
  if (!isGiven(values)) return [];
  const path = `Auth.Authorizers.${name}.Identity.${key}`;
  return expectList(values, inResource(apiId, path)).map(
    (value, index) => prefix + expectText(value, inResource(apiId, `${path}[${index}]`)),
  );
}
