import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { ResolvedResource } from "../template/resolved-template";
import type { DeployableStack } from "./deployment-plan";
import { markInvented } from "./invented-id";
import { readText } from "./read-property";

/**
 * The stack as it was before a plain change of code: every function and layer had another artifact. SAM puts a hash of
 * them into the logical ids of layers and versions, so these had other ids.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function withOlderArtifacts(stack: DeployableStack): DeployableStack {
  const renamed = new Map(
    stack.resolved.resources
      .filter((resource) => isGeneratedByHash(resource, stack))
      .map(({ logicalId }) => [logicalId, olderLogicalId(logicalId)]),
  );
  const resources = stack.resolved.resources.map((resource) => olderResource(resource, renamed));
  const outputs = stack.resolved.outputs.map((output) => ({ ...output, value: renameIn(output.value, renamed) }));
  const origins = Object.entries(stack.origins).map(([id, origin]) => [renamed.get(id) ?? id, origin] as const);
  const nested = Object.entries(stack.nested).map(([id, inner]) => [id, { ...inner, olderArtifacts: true }] as const);
  return {
    ...stack,
    resolved: { ...stack.resolved, resources, outputs },
    origins: Object.fromEntries(origins),
    nested: Object.fromEntries(nested),
  };
}

function isGeneratedByHash({ logicalId, type }: ResolvedResource, { origins }: DeployableStack): boolean {
  const hashed = type === "AWS::Lambda::LayerVersion" || type === "AWS::Lambda::Version";
  return hashed && (origins[logicalId] ?? logicalId) !== logicalId && /[0-9a-f]{10}$/.test(logicalId);
}

function olderLogicalId(logicalId: string): string {
  const flipped = [...logicalId.slice(-10)].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16));
  return `${logicalId.slice(0, -10)}${flipped.join("")}`;
}

function olderResource(resource: ResolvedResource, renamed: ReadonlyMap<string, string>): ResolvedResource {
  const rename = (id: string) => renamed.get(id) ?? id;
  const properties = renameIn(resource.properties, renamed);
  return {
    ...resource,
    logicalId: rename(resource.logicalId),
    dependsOn: resource.dependsOn.map(rename),
    refersTo: resource.refersTo.map(rename),
    properties: isJsonObject(properties) ? olderProperties(resource.type, properties) : {},
  };
}

function olderProperties(type: string, properties: JsonObject): JsonObject {
  if (type === "AWS::Lambda::Function") return { ...properties, Code: olderCode(properties.Code ?? null) };
  if (type === "AWS::Lambda::LayerVersion") return { ...properties, Content: olderCode(properties.Content ?? null) };
  return properties;
}

function olderCode(code: Json): Json {
  if (!isJsonObject(code)) return code;
  const key = ["S3Key", "ImageUri", "ZipFile"].find((name) => readText(code[name]) !== undefined);
  return key === undefined ? code : { ...code, [key]: olderText(readText(code[key]) ?? "") };
}

/** Another content hash where there is one; the earlier content is as unknowable as the present one. */
function olderText(text: string): string {
  const older = text.replace(/[0-9a-f]{32}/, (hash) => markInvented([...hash].reverse().join("")));
  return older === text ? `${text}.older` : older;
}

/** References to renamed ids, in `Ref`, `Fn::GetAtt` and `Fn::Sub`, follow. */
function renameIn(value: Json, renamed: ReadonlyMap<string, string>): Json {
  if (renamed.size === 0) return value;
  if (isJsonArray(value)) return value.map((item) => renameIn(item, renamed));
  if (typeof value === "string") return renameText(value, renamed);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renameIn(inner, renamed)]));
}

function renameText(text: string, renamed: ReadonlyMap<string, string>): string {
  const whole = renamed.get(text);
  if (whole !== undefined) return whole;
  return text.replace(/^(\w+)(?=\.)|(?<=\$\{)(\w+)(?=[.}])/g, (name) => renamed.get(name) ?? name);
}
