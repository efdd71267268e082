import { stringify } from "yaml";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../lib/domain/json";
import type { Problem } from "../../lib/domain/problem";
import type { ExpandOptions, RepositoryAnswer } from "../../lib/domain/sam/expand-options";
import { expandSam } from "../../lib/domain/sam/expand-sam";
import { parseTemplate } from "../../lib/domain/template/parse-template";
import type { Template } from "../../lib/domain/template/template";
import type { SamCase } from "./sam-cases";

/** Null where our result equals the official one, otherwise the first difference. */
export function judgeSamCase(samCase: SamCase): string | null {
  const { document, problems } = expandCase(samCase);
  const errors = problems.filter(({ severity }) => severity === "error");
  const expected: unknown = JSON.parse(samCase.expectedText);
  if (samCase.group === "errors") return judgeRejection(document, errors, expected);
  if (document === null) return `refused: ${errors.map(({ message }) => message).join(" | ")}`;
  return firstDifference(document, isJson(expected) ? expected : null, "");
}

/** One case under the assumptions under which its official output was made. */
export function expandCase(samCase: SamCase): { document: JsonObject | null; problems: readonly Problem[] } {
  const parsed = parseTemplate(samCase.templateText);
  if (parsed.value === null) return { document: null, problems: parsed.problems };
  const isPattern = samCase.group === "serverless-patterns";
  const template = isPattern ? withPublishedCode(parsed.value) : parsed.value;
  const { value, problems } = expandSam(template, isPattern ? patternOptions(template) : translatorOptions);
  return { document: value?.document ?? null, problems };
}

/** The text that both translators are timed on: as it is, or with published code where the case assumes it. */
export function publishedText({ group, templateText }: SamCase): string {
  const parsed = group === "serverless-patterns" ? parseTemplate(templateText).value : null;
  return parsed === null ? templateText : stringify(withPublishedCode(parsed).document, { version: "1.1" });
}

const translatorOptions: ExpandOptions = {
  parameters: { param1: "value1", param2: "value2" },
  region: "ap-southeast-1",
  partition: "aws",
  account: "123456789012",
  stackName: "stack",
  artifacts: null,
  managedPolicies: {
    AWSLambdaBasicExecutionRole: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    AmazonDynamoDBFullAccess: "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
    AmazonDynamoDBReadOnlyAccess: "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess",
    AWSLambdaRole: "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
    AWSXrayWriteOnlyAccess: "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess",
  },
  applicationRepository: answerForRepository,
};

/** The translator's own tests stand in for the Serverless Application Repository like this. */
function answerForRepository(applicationId: string): RepositoryAnswer {
  if (["no-access", "non-existent", "invalid-semver"].includes(applicationId)) {
    return { kind: "refused", reason: `The application ${applicationId} cannot be accessed.` };
  }
  if (applicationId === "preparing-never-ready")
    return { kind: "refused", reason: `${applicationId} does not become active.` };
  return { kind: "template", templateUrl: "https://awsserverlessrepo-changesets-xxx.s3.amazonaws.com/signed-url" };
}

function patternOptions(template: Template): ExpandOptions {
  const declared = template.document.Parameters;
  const parameters: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(isJsonObject(declared) ? declared : {})) {
    if (isJsonObject(parameter) && parameter.Default === undefined) parameters[name] = "x";
  }
  return { ...translatorOptions, parameters, region: "us-east-1", managedPolicies: {}, now: timeOfPatterns };
}

/** When the official translations were made: two of them deploy an API at every run. */
const timeOfPatterns = 1795444783;

const publishedZip = "s3://bucket/value";
const publishedImage = "123456789012.dkr.ecr.us-east-1.amazonaws.com/repo:tag";

/** Local code locations were replaced before the official translation; see the corpus's README. */
function withPublishedCode(template: Template): Template {
  const { Resources, Globals } = template.document;
  if (!isJsonObject(Resources)) return template;
  const shared = isJsonObject(Globals) && isJsonObject(Globals.Function) ? Globals.Function : {};
  const published = Object.entries(Resources).map(([id, resource]) => [id, publish(resource, shared)]);
  return { ...template, document: { ...template.document, Resources: Object.fromEntries(published) } };
}

function publish(resource: Json, shared: JsonObject): Json {
  if (!isJsonObject(resource)) return resource;
  const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
  const replacement = publishedProperties(resource.Type, properties, shared);
  return replacement === null ? resource : { ...resource, Properties: { ...properties, ...replacement } };
}

function publishedProperties(type: Json | undefined, properties: JsonObject, shared: JsonObject): JsonObject | null {
  switch (type) {
    case "AWS::Serverless::Function":
      if ((properties.PackageType ?? shared.PackageType) === "Image") {
        return properties.ImageUri === undefined ? { ImageUri: publishedImage } : null;
      }
      return properties.InlineCode === undefined && isLocal(properties.CodeUri) ? { CodeUri: publishedZip } : null;
    case "AWS::Serverless::LayerVersion":
      return isLocal(properties.ContentUri) ? { ContentUri: publishedZip } : null;
    case "AWS::Serverless::Api":
    case "AWS::Serverless::HttpApi":
    case "AWS::Serverless::StateMachine":
      return properties.DefinitionUri !== undefined && isLocal(properties.DefinitionUri)
        ? { DefinitionUri: publishedZip }
        : null;
    case "AWS::Serverless::GraphQLApi":
      return publishedGraphQl(properties);
    case "AWS::Serverless::Application":
      return typeof properties.Location === "string" ? { Location: "https://s3.amazonaws.com/bucket/t.yaml" } : null;
    default:
      return null;
  }
}

function publishedGraphQl({ SchemaUri, Functions, Resolvers }: JsonObject): JsonObject {
  const resolvers = mapValues(Resolvers, (ofType) => mapValues(ofType, publishResolverCode));
  return {
    ...(SchemaUri !== undefined && isLocal(SchemaUri) ? { SchemaUri: publishedZip } : {}),
    ...(Functions === undefined ? {} : { Functions: mapValues(Functions, publishResolverCode) }),
    ...(Resolvers === undefined ? {} : { Resolvers: resolvers }),
  };
}

function publishResolverCode(definition: Json): Json {
  if (!isJsonObject(definition) || definition.CodeUri === undefined || !isLocal(definition.CodeUri)) return definition;
  return { ...definition, CodeUri: publishedZip };
}

function mapValues(map: Json | undefined, change: (value: Json) => Json): Json {
  if (!isJsonObject(map)) return map ?? null;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function isLocal(location: Json | undefined): boolean {
  return location === undefined || (typeof location === "string" && !location.startsWith("s3://"));
}

function judgeRejection(document: JsonObject | null, errors: readonly Problem[], expected: unknown): string | null {
  if (document !== null) return "accepted, the translator refuses it";
  const message = isJson(expected) && isJsonObject(expected) ? String(expected.errorMessage) : "";
  const wanted = [
    ...new Set(idsIn(message, /(?:Resource|resource) with id \[(.+?)\] (?:is invalid|attempts)/g)),
  ].sort();
  const named = [...new Set(errors.flatMap(({ logicalId }) => logicalId ?? []))].sort();
  const bare = idsIn(
    message.replace(/Resource with id \[.+?\] is invalid\. Event with id \[.+?\]/g, ""),
    /Event with id \[(.+?)\]/g,
  );
  const inText = [...bare, ...wanted.filter((id) => !isLogicalId(id)).flatMap((id) => idsIn(id, /'(.+?)'/g))];
  const missing = wanted.filter((id) => isLogicalId(id) && !named.includes(id));
  const extra = inText.length > 0 ? [] : named.filter((id) => !wanted.includes(id));
  const unnamed = inText.filter((id) => !errors.some((error) => error.message.includes(id)));
  if (missing.length + extra.length + unnamed.length === 0) return null;
  const parts = [
    `named ${named.join(", ") || "nothing"}, the translator ${[...wanted, ...bare].join(", ") || "nothing"}`,
  ];
  return [...parts, `ours: ${errors.map((error) => error.message).join(" | ")}`, `theirs: ${message}`].join("\n    ");
}

/** The translator names some faults by application or by event instead of by resource. */
function isLogicalId(id: string): boolean {
  return !id.startsWith("[");
}

function idsIn(message: string, pattern: RegExp): string[] {
  return [...message.matchAll(pattern)].flatMap(([, id]) => id ?? []);
}

/** Path and values of the first difference; lists compare without order, as in the translator's own tests. */
function firstDifference(actual: Json, expected: Json, at: string): string | null {
  if (isJsonObject(actual) && isJsonObject(expected)) {
    for (const key of Object.keys(expected)) {
      if (!Object.hasOwn(actual, key)) return `${at}.${key}: missing, expected ${show(expected[key])}`;
    }
    for (const key of Object.keys(actual)) {
      if (!Object.hasOwn(expected, key)) return `${at}.${key}: not expected, is ${show(actual[key])}`;
    }
    for (const key of Object.keys(expected)) {
      const difference = firstDifference(actual[key] ?? null, expected[key] ?? null, `${at}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (isJsonArray(actual) && isJsonArray(expected)) {
    const unmatched = new Map<string, number>();
    for (const item of expected) unmatched.set(canonical(item), (unmatched.get(canonical(item)) ?? 0) + 1);
    for (const item of actual) unmatched.set(canonical(item), (unmatched.get(canonical(item)) ?? 0) - 1);
    const extra = [...unmatched].filter(([, count]) => count < 0).map(([item]) => item);
    const missing = [...unmatched].filter(([, count]) => count > 0).map(([item]) => item);
    if (extra.length + missing.length === 0) return null;
    return `${at}[]: has ${extra.join(" ").slice(0, 400) || "nothing more"}, lacks ${missing.join(" ").slice(0, 400) || "nothing"}`;
  }
  return canonical(actual) === canonical(expected) ? null : `${at}: is ${show(actual)}, expected ${show(expected)}`;
}

function canonical(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
}

function show(value: Json | undefined): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 300);
}

/** `JSON.parse` makes nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
