import { ref } from "../intrinsics";
import { hashedLogicalId, isAlphanumeric } from "../logical-id";
import { printJson, printPython, SPACED_JSON } from "../py27-hash/py-text";
import { isTruthy, type PyDict, type PyValue, readText } from "../py27-hash/py-value";
import { makeResource, type Resource } from "../resource";
import { sha1Hex } from "../sha1";
import type { Value, ValueMap } from "../value";

/** What makes API Gateway deploy an API anew: a change of any of it changes the deployment's logical id. */
export interface DeployedContent {
  /** The definition, or where in S3 it is. */
  readonly definition: PyValue | undefined;
  readonly openApiVersion: PyValue | undefined;
  readonly domain: PyDict | null;
  /** Names of the functions that the API invokes, as far as the template sets them. */
  readonly functionNames: string;
  /** With `AlwaysDeploy`, the time that stands for the content, in seconds since 1970. */
  readonly alwaysDeployAt: number | null;
}

export function makeDeployment(apiId: string, content: DeployedContent, attributes: ValueMap): Resource {
  const base = `${apiId}Deployment`;
  const properties = { RestApiId: ref(apiId), StageName: isTruthy(content.openApiVersion) ? undefined : "Stage" };
  if (!isTruthy(content.definition)) return makeResource("AWS::ApiGateway::Deployment", base, attributes, properties);
  const data = content.alwaysDeployAt === null ? describeContent(content) : String(content.alwaysDeployAt);
  const digest = sha1Hex(data);
  return makeResource("AWS::ApiGateway::Deployment", base + digest.slice(0, 10), attributes, {
    ...properties,
    Description: `RestApi deployment id: ${digest}`,
  });
}

function describeContent({ definition, openApiVersion, domain, functionNames }: DeployedContent): string {
  const parts = [printPython(definition ?? null)];
  if (openApiVersion !== undefined && isTruthy(openApiVersion))
    parts.push(readText(openApiVersion) ?? printPython(openApiVersion));
  if (domain !== null && domain.size > 0) parts.push(printJson(domain, SPACED_JSON));
  if (functionNames !== "") parts.push(functionNames);
  return parts.join("||");
}

/** The stage's own name is part of its logical id where it is fit for that. */
export function stageLogicalId(apiId: string, stageName: Value | undefined): string {
  const name = typeof stageName === "string" ? stageName : "";
  return isAlphanumeric(name) ? `${apiId}${name}Stage` : hashedLogicalId(`${apiId}Stage`, name);
}
