import { invalidResource } from "../fault";
import type { Resource } from "../resource";
import { isGiven, isList, mapEntryOf, type Value, type ValueMap } from "../value";
import type { GraphqlApi } from "./graphql-api";
import { type PipelineFunctions, readCode, readRuntime } from "./pipeline-functions";

/** The resolvers of `Resolvers`, by GraphQL type and field; all are pipelines, and wait for the schema. */
export function makeResolvers(api: GraphqlApi, functions: PipelineFunctions, schemaId: string): Resource[] {
  const byType = mapEntryOf(api.properties, "Resolvers") ?? {};
  return Object.keys(byType).flatMap((typeName) => {
    const resolvers = mapEntryOf(byType, typeName) ?? {};
    return Object.keys(resolvers).map((name) => {
      const resolver = makeResolver(api, typeName, name, mapEntryOf(resolvers, name) ?? {}, functions);
      return { ...resolver, dependsOn: [schemaId] };
    });
  });
}

function makeResolver(
  api: GraphqlApi,
  typeName: string,
  name: string,
  written: ValueMap,
  functions: PipelineFunctions,
): Resource {
  const code = readCode(name, written);
  const codeOrDefault = code ? { ...code, Runtime: readRuntime(name, written) } : passThroughCode();
  return api.make("AWS::AppSync::Resolver", typeName + name, {
    ...codeOrDefault,
    ApiId: api.apiId(),
    FieldName: isGiven(written.FieldName) ? written.FieldName : name,
    TypeName: typeName,
    Kind: "PIPELINE",
    PipelineConfig: { Functions: functionIds(name, written.Pipeline, functions) },
    CachingConfig: written.Caching,
    MaxBatchSize: isGiven(written.MaxBatchSize) ? written.MaxBatchSize : undefined,
  });
}

function functionIds(name: string, pipeline: Value | undefined, { ids }: PipelineFunctions): Value[] {
  if (!isList(pipeline) || pipeline.length === 0) {
    throw invalidResource(name, "'Pipeline' is required: SAM makes pipeline resolvers only.");
  }
  return pipeline.map((entry) => {
    const id = typeof entry === "string" ? ids.get(entry) : undefined;
    if (id === undefined) throw invalidResource(name, `'Pipeline' names '${entry}', which 'Functions' does not have.`);
    return id;
  });
}

/** The transform's own text, character for character: it returns what the last function of the pipeline returned. */
function passThroughCode(): ValueMap {
  const handler = (name: string, result: string) => `export function ${name}(ctx) {\n    return ${result};\n}\n`;
  return {
    Code: `\n${handler("request", "{}")}\n${handler("response", "ctx.prev.result")}`,
    Runtime: { Name: "APPSYNC_JS", RuntimeVersion: "1.0.0" },
  };
}
