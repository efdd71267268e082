import { expandConnector } from "../connectors/expand-connector";
import { invalidResource } from "../fault";
import { ref } from "../intrinsics";
import type { Resource } from "../resource";
import { type Fields, isList, isMap, mapEntryOf, type Value, type ValueMap } from "../value";
import type { GraphqlApi } from "./graphql-api";

interface Authentication {
  /** The API's properties that say who may call it. */
  readonly properties: Fields;
  /** What lets the API call its Lambda authorizers. */
  readonly permissions: readonly Resource[];
}

/** Reads `Auth`: the default authorizer and the additional ones. */
export function authenticate(api: GraphqlApi): Authentication {
  const { Additional: additional, ...first } = mapEntryOf(api.properties, "Auth") ?? {};
  const others = isList(additional) ? additional.filter(isMap) : [];
  const defaultProvider = readProvider(api, first, "Auth");
  const providers = others.map((other, index) =>
    withoutDefaultAction(readProvider(api, other, `Auth.Additional.${index}`)),
  );
  const functionArns = [defaultProvider, ...providers].flatMap(({ LambdaAuthorizerConfig: config }) =>
    isMap(config) ? [config.AuthorizerUri ?? null] : [],
  );
  return {
    properties: {
      ...defaultProvider,
      AdditionalAuthenticationProviders: providers.length > 0 ? providers : undefined,
    },
    permissions: functionArns.flatMap((functionArn, index) => allowCall(api, functionArn, index + 1)),
  };
}

/** SAM's name of each type's configuration, and AppSync's. */
const configurations: ReadonlyMap<Value | undefined, readonly [string, string]> = new Map([
  ["AWS_LAMBDA", ["LambdaAuthorizer", "LambdaAuthorizerConfig"]],
  ["OPENID_CONNECT", ["OpenIDConnect", "OpenIDConnectConfig"]],
  ["AMAZON_COGNITO_USER_POOLS", ["UserPool", "UserPoolConfig"]],
]);

function readProvider({ logicalId }: GraphqlApi, given: ValueMap, path: string): ValueMap {
  if (Object.keys(given).length > 2) {
    throw invalidResource(logicalId, `'${path}' takes one authentication configuration only.`, `Properties.${path}`);
  }
  const provider: ValueMap = { AuthenticationType: given.Type ?? null };
  const names = configurations.get(given.Type);
  if (!names) return provider;
  const [samName, name] = names;
  const configuration = mapEntryOf(given, samName);
  if (!configuration) {
    throw invalidResource(logicalId, `'${path}.${samName}' is required for ${given.Type}.`, `Properties.${path}`);
  }
  if (Object.keys(configuration).length > 0) provider[name] = configuration;
  return provider;
}

/** Only the default provider of a user pool has a default action. */
function withoutDefaultAction(provider: ValueMap): ValueMap {
  const { UserPoolConfig: config } = provider;
  if (!isMap(config)) return provider;
  const { DefaultAction: _action, ...others } = config;
  return { ...provider, UserPoolConfig: others };
}

function allowCall({ logicalId, apiId, context }: GraphqlApi, functionArn: Value, number: number): Resource[] {
  const connector = {
    logicalId: `${logicalId}ToLambdaAuthConnector${number}`,
    source: { Type: "AWS::AppSync::GraphQLApi", Arn: ref(logicalId), ResourceId: apiId() },
    destination: { Type: "AWS::Lambda::Function", Arn: functionArn },
    permissions: ["Write"],
    dependsOn: undefined,
    attributes: {},
  };
  return expandConnector(connector, context);
}
