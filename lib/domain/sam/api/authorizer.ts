import { expectBoolean, expectList, expectMap, expectText, inResource } from "../expect";
import { invalidResource } from "../fault";
import {
  entryOf,
  isDict,
  isTruthy,
  PyDict,
  type PyText,
  type PyValue,
  readText,
  TemplateText,
} from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { makeSub } from "./conditional";

/** An authorizer of a REST API, checked. */
export interface Authorizer {
  readonly apiId: string;
  readonly name: string;
  readonly type: "AWS_IAM" | "COGNITO_USER_POOLS" | "LAMBDA";
  readonly payloadType: string;
  /** As in `Auth.Authorizers`; empty for `AWS_IAM`. */
  readonly config: PyDict;
  readonly scopes: PyValue;
}

export function iamAuthorizer(apiId: string): Authorizer {
  return { apiId, name: "AWS_IAM", type: "AWS_IAM", payloadType: "TOKEN", config: PyDict.empty(), scopes: [] };
}

export function readAuthorizer(apiId: string, name: string, config: PyDict): Authorizer {
  const payloadType = entryOf(config, "FunctionPayloadType");
  const place = (path: string) => inResource(apiId, `Auth.Authorizers.${name}.${path}`);
  if (payloadType !== undefined && !["TOKEN", "REQUEST"].includes(readText(payloadType) ?? "")) {
    throw invalidResource(
      apiId,
      `The authorizer '${name}' has a 'FunctionPayloadType' other than TOKEN or REQUEST.`,
      `Properties.Auth.Authorizers.${name}`,
    );
  }
  if (readText(payloadType) === "REQUEST" && lacksIdentitySource(config, place)) {
    throw invalidResource(
      apiId,
      `The authorizer '${name}' must say in 'Identity' what it reads: at least one of Headers, QueryStrings, StageVariables or Context.`,
      `Properties.Auth.Authorizers.${name}.Identity`,
    );
  }
  const scopes = entryOf(config, "AuthorizationScopes") ?? [];
  expectList(toValue(scopes), place("AuthorizationScopes"));
  const noPermission = entryOf(config, "DisableFunctionDefaultPermissions");
  if (noPermission !== undefined) expectBoolean(toValue(noPermission), place("DisableFunctionDefaultPermissions"));
  const type = isTruthy(config.get("UserPoolArn")) ? "COGNITO_USER_POOLS" : "LAMBDA";
  return { apiId, name, type, payloadType: readText(payloadType) ?? "TOKEN", config, scopes };
}

function lacksIdentitySource(config: PyDict, place: (path: string) => ReturnType<typeof inResource>): boolean {
  const identity = config.get("Identity");
  if (!isTruthy(identity)) return true;
  expectMap(toValue(identity ?? null), place("Identity"));
  if (identitySources.some(([key]) => isTruthy(entryOf(identity, key)))) return false;
  // Without caching no source is needed.
  const age = readInteger(entryOf(identity, "ReauthorizeEvery"));
  return age === undefined || age > 0;
}

function readInteger(value: PyValue | undefined): number | undefined {
  if (typeof value === "number" || typeof value === "boolean") return Math.trunc(Number(value));
  const text = readText(value);
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}

const identitySources = [
  ["Headers", "method.request.header."],
  ["QueryStrings", "method.request.querystring."],
  ["StageVariables", "stageVariables."],
  ["Context", "context."],
] as const;

/** The authorizer in `securityDefinitions`. */
export function securityDefinitionOf(authorizer: Authorizer, partition: string): PyDict {
  const definition = PyDict.of({
    type: "apiKey",
    name: headerName(authorizer),
    in: "header",
    "x-amazon-apigateway-authtype": authTypes[authorizer.type],
  });
  if (authorizer.type === "AWS_IAM") return definition;
  const extension =
    authorizer.type === "LAMBDA" ? lambdaExtension(authorizer, partition) : cognitoExtension(authorizer);
  definition.set("x-amazon-apigateway-authorizer", extension);
  const expression = entryOf(authorizer.config.get("Identity"), "ValidationExpression");
  const isRequest = authorizer.type === "LAMBDA" && authorizer.payloadType === "REQUEST";
  if (!isRequest && expression !== undefined && isTruthy(expression))
    extension.set("identityValidationExpression", expression);
  return definition;
}

const authTypes = { AWS_IAM: "awsSigv4", COGNITO_USER_POOLS: "cognito_user_pools", LAMBDA: "custom" } as const;

function headerName({ apiId, name, type, payloadType, config }: Authorizer): PyValue {
  if (type === "LAMBDA" && payloadType === "REQUEST") return "Unused";
  const identity = config.get("Identity");
  if (isTruthy(identity) && !isDict(identity)) {
    throw invalidResource(
      apiId,
      `The 'Identity' of the authorizer '${name}' must be a map.`,
      `Properties.Auth.Authorizers.${name}.Identity`,
    );
  }
  const header = entryOf(identity, "Header");
  return header !== undefined && isTruthy(header) ? header : "Authorization";
}

function cognitoExtension({ config }: Authorizer): PyDict {
  const pool = config.get("UserPoolArn") ?? null;
  return PyDict.of({ type: "cognito_user_pools", providerARNs: Array.isArray(pool) ? pool : [pool] });
}

function lambdaExtension(authorizer: Authorizer, partition: string): PyDict {
  const { config, payloadType } = authorizer;
  const extension = PyDict.of({ type: payloadType.toLowerCase() });
  const arn = `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`;
  extension.set("authorizerUri", makeSub(arn, PyDict.made({ __FunctionArn__: config.get("FunctionArn") ?? null })));
  const age = isTruthy(config.get("Identity")) ? entryOf(config.get("Identity"), "ReauthorizeEvery") : undefined;
  if (age !== undefined) extension.set("authorizerResultTtlInSeconds", age);
  const role = config.get("FunctionInvokeRole");
  if (role !== undefined && isTruthy(role) && readText(role) !== "NONE") extension.set("authorizerCredentials", role);
  const sources = payloadType === "REQUEST" ? identitySource(authorizer) : null;
  if (sources !== null) extension.set("identitySource", sources);
  return extension;
}

/** `method.request.header.A, context.b`; null where no source is given. */
function identitySource({ apiId, name, config }: Authorizer): PyText | null {
  const sources = identitySources.flatMap(([key, prefix]) => {
    const values = entryOf(config.get("Identity"), key);
    if (!isTruthy(values)) return [];
    const path = `Auth.Authorizers.${name}.Identity.${key}`;
    return expectList(toValue(values ?? null), inResource(apiId, path)).map(
      (value, index) => prefix + expectText(value, inResource(apiId, `${path}[${index}]`)),
    );
  });
  return sources.length > 0 ? new TemplateText(sources.join(", ")) : null;
}
