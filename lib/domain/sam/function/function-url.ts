import { expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { isIntrinsic, ref } from "../intrinsics";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { SamResource } from "../resource-type";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

/** The function's URL, and for a public one the two permissions that it needs. */
export function makeFunctionUrl(resource: SamResource, alias: Resource | null): Resource[] {
  const { logicalId, properties } = resource;
  const config = expectMap(properties.FunctionUrlConfig, inResource(logicalId, "FunctionUrlConfig"));
  checkAuthType(logicalId, config);
  checkCors(logicalId, config);
  const attributes = () => passThroughAttributes(resource.attributes);
  const invoked = () => ref(alias?.logicalId ?? logicalId);
  const url = makeResource("AWS::Lambda::Url", `${logicalId}Url`, attributes(), {
    Cors: isGiven(config.Cors) ? config.Cors : undefined,
    AuthType: config.AuthType,
    TargetFunctionArn: invoked(),
    InvokeMode: config.InvokeMode,
  });
  if (config.AuthType !== "NONE" || isIntrinsic(config)) return [url];
  return [
    url,
    makeResource("AWS::Lambda::Permission", `${logicalId}UrlPublicPermissions`, attributes(), {
      Action: "lambda:InvokeFunctionUrl",
      FunctionName: invoked(),
      Principal: "*",
      FunctionUrlAuthType: "NONE",
    }),
    makeResource("AWS::Lambda::Permission", `${logicalId}URLInvokeAllowPublicAccess`, attributes(), {
      Action: "lambda:InvokeFunction",
      Principal: "*",
      FunctionName: invoked(),
      InvokedViaFunctionUrl: true,
    }),
  ];
}

function checkAuthType(logicalId: string, config: ValueMap): void {
  const { AuthType } = config;
  if (isIntrinsic(config) || isIntrinsic(AuthType) || AuthType === "AWS_IAM" || AuthType === "NONE") return;
  throw invalidResource(
    logicalId,
    "'FunctionUrlConfig' needs 'AuthType', which is 'AWS_IAM' or 'NONE'.",
    "Properties.FunctionUrlConfig",
  );
}

const isListValue = (value: Value) => Array.isArray(value);

const corsTypes: ReadonlyMap<string, { readonly expected: string; accepts(value: Value): boolean }> = new Map([
  ["AllowOrigins", { expected: "a list", accepts: isListValue }],
  ["AllowMethods", { expected: "a list", accepts: isListValue }],
  ["AllowCredentials", { expected: "true or false", accepts: (value: Value) => typeof value === "boolean" }],
  ["AllowHeaders", { expected: "a list", accepts: isListValue }],
  ["ExposeHeaders", { expected: "a list", accepts: isListValue }],
  [
    "MaxAge",
    { expected: "an integer", accepts: (value: Value) => Number.isInteger(value) || typeof value === "boolean" },
  ],
]);

function checkCors(logicalId: string, config: ValueMap): void {
  const { Cors: cors } = config;
  if (isIntrinsic(config) || !isGiven(cors) || isIntrinsic(cors)) return;
  const path = "Properties.FunctionUrlConfig.Cors";
  if (!isMap(cors)) throw invalidResource(logicalId, "'FunctionUrlConfig.Cors' must be a map.", path);
  for (const [name, value] of Object.entries<Value>(cors)) {
    const type = corsTypes.get(name);
    if (type === undefined)
      throw invalidResource(logicalId, `'FunctionUrlConfig.Cors' has no property '${name}'.`, path);
    if (!isIntrinsic(value) && !type.accepts(value)) {
      throw invalidResource(logicalId, `'FunctionUrlConfig.Cors.${name}' must be ${type.expected}.`, `${path}.${name}`);
    }
  }
}
