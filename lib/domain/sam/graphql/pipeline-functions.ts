import { invalidResource } from "../fault";
import { getAtt } from "../intrinsics";
import type { Resource } from "../resource";
import { isGiven, isMap, mapEntryOf, type Value, type ValueMap } from "../value";
import type { DataSources } from "./data-sources";
import type { GraphqlApi } from "./graphql-api";

export interface PipelineFunctions {
  readonly resources: readonly Resource[];
  /** `FunctionId` by the name that the template gives. */
  readonly ids: ReadonlyMap<string, Value>;
}

/** The functions of `Functions`, and the data source without a backend that those with `DataSource: none` share. */
export function makePipelineFunctions(api: GraphqlApi, dataSources: DataSources): PipelineFunctions {
  const given = mapEntryOf(api.properties, "Functions") ?? {};
  const ids = new Map<string, Value>();
  const resources: Resource[] = [];
  let needsNone = false;
  for (const name of Object.keys(given)) {
    const written = mapEntryOf(given, name) ?? {};
    if (isGiven(written.Id)) {
      if (Object.keys(written).length > 1) throw invalidResource(name, "'Id' cannot stand beside other properties.");
      ids.set(name, written.Id);
      continue;
    }
    needsNone ||= isNone(written.DataSource);
    const made = makeFunction(api, name, written, dataSources);
    ids.set(name, getAtt(made.logicalId, "FunctionId"));
    resources.push(made);
  }
  if (needsNone) resources.push(makeNoneSource(api));
  return { resources, ids };
}

function makeFunction(api: GraphqlApi, name: string, written: ValueMap, dataSources: DataSources): Resource {
  const code = readCode(name, written);
  if (!code) throw invalidResource(name, "Give 'InlineCode' or 'CodeUri'.");
  return api.make("AWS::AppSync::FunctionConfiguration", name, {
    ApiId: api.apiId(),
    Name: isGiven(written.Name) ? written.Name : name,
    ...code,
    DataSourceName: dataSourceName(api, name, written.DataSource, dataSources),
    MaxBatchSize: written.MaxBatchSize,
    Description: written.Description,
    Runtime: readRuntime(name, written),
    SyncConfig: written.Sync,
  });
}

/** Code in AppSync's words; null where there is none. */
export function readCode(name: string, { InlineCode: inline, CodeUri: uri }: ValueMap): ValueMap | null {
  if (isGiven(inline) && isGiven(uri)) throw invalidResource(name, "Give 'InlineCode' or 'CodeUri', not both.");
  if (isGiven(inline)) return { Code: inline };
  return isGiven(uri) ? { CodeS3Location: uri } : null;
}

export function readRuntime(name: string, { Runtime: runtime }: ValueMap): ValueMap {
  if (!isMap(runtime)) throw invalidResource(name, "'Runtime' is required.");
  return { Name: runtime.Name ?? null, RuntimeVersion: runtime.Version ?? null };
}

function isNone(dataSource: Value | undefined): boolean {
  return typeof dataSource === "string" && dataSource.toLowerCase() === "none";
}

function dataSourceName(api: GraphqlApi, name: string, given: Value | undefined, dataSources: DataSources): Value {
  if (!isGiven(given)) throw invalidResource(name, "'DataSource' is required.");
  if (typeof given !== "string") return given;
  if (isNone(given)) return getAtt(noneSourceId(api), "Name");
  const sourceId = dataSources.ids.get(given);
  if (sourceId !== undefined) return getAtt(sourceId, "Name");
  throw invalidResource(
    name,
    `'DataSources' has no '${given}'. Add it, or refer to one outside with an intrinsic function.`,
  );
}

function noneSourceId({ logicalId }: GraphqlApi): string {
  return `${logicalId}NoneDataSource`;
}

function makeNoneSource(api: GraphqlApi): Resource {
  const properties = { ApiId: api.apiId(), Name: noneSourceId(api), Type: "NONE" };
  return api.make("AWS::AppSync::DataSource", "NoneDataSource", properties);
}
