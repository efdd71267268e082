import type { LogLine } from "./log-line";
import type { Refusal } from "./refusal";

type Place = Pick<Refusal, "logicalId" | "resourceType">;

const logicalId = "(?<logicalId>[A-Za-z][A-Za-z0-9]*)";
const resourceType = "(?<resourceType>(?:AWS|Alexa|Custom)::[A-Za-z0-9:@_-]+)";
const failed = "(?:CREATE|UPDATE|DELETE|ROLLBACK)_[A-Z_]*FAILED";

/** How tools print a resource beside its reason, the most telling first. */
const places: readonly RegExp[] = [
  // cdk deploy: `CREATE_FAILED | AWS::S3::Bucket | Stack/Files (FilesABC123) reason`
  new RegExp(
    `${failed}\\s*\\|\\s*${resourceType}\\s*\\|\\s*(?:[^|\\s()]+\\s+\\(${logicalId}\\)|(?<plain>[A-Za-z][A-Za-z0-9]*))`,
  ),
  // sam deploy, and the console's list of events
  new RegExp(`${failed}\\s+${resourceType}\\s+${logicalId}\\b`),
  // serverless deploy
  new RegExp(`${failed}:?\\s+${logicalId}\\s+\\(${resourceType}\\)`),
  new RegExp(`${resourceType}\\s+${logicalId}\\s+${failed}`),
  new RegExp(`${logicalId}\\s+${resourceType}\\s+${failed}`),
  new RegExp(`${failed}\\s+${logicalId}\\s+${resourceType}`),
  new RegExp(`Resource Name:\\s+${logicalId}\\s+\\(${resourceType}\\)`),
  new RegExp(`An error occurred:\\s+${logicalId}\\s+-\\s`),
];

/** The resource that a line is about, from the line itself or from the event around it. */
export function locateResource(lines: readonly LogLine[], index: number): Place {
  const text = lines[index]?.text ?? "";
  const match = places.map((place) => place.exec(text)).find((found) => found !== null);
  if (match) return readPlace(match.groups ?? {});
  const event = findEvent(lines, index);
  return event ?? { logicalId: null, resourceType: null };
}

function readPlace(groups: Readonly<Record<string, string | undefined>>): Place {
  return { logicalId: groups.logicalId ?? groups.plain ?? null, resourceType: groups.resourceType ?? null };
}

/** The event of `describe-stack-events`, as JSON or YAML, that a line belongs to. */
function findEvent(lines: readonly LogLine[], index: number): Place | null {
  if (!/ResourceStatusReason|StatusReason/.test(lines[index]?.text ?? "")) return null;
  const isBorder = (line: LogLine | undefined) => line === undefined || /^\s*[{}\]],?\s*$/.test(line.text);
  let from = index;
  while (!isBorder(lines[from - 1]) && !/^\s*- /.test(lines[from]?.text ?? "")) from--;
  let to = index;
  while (!isBorder(lines[to + 1]) && !/^\s*- /.test(lines[to + 1]?.text ?? "")) to++;
  const event = lines.slice(from, to + 1).map(({ text }) => text);
  return { logicalId: readKey(event, "LogicalResourceId"), resourceType: readKey(event, "ResourceType") };
}

function readKey(event: readonly string[], key: string): string | null {
  const value = new RegExp(`"?\\b${key}"?:\\s*["']?([A-Za-z0-9:]+)`);
  return event.map((line) => value.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
}
