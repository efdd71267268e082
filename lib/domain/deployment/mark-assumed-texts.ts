import { managedDestination } from "../sam/packaging/artifact-destination";
import { pseudoParametersOf } from "../template/resolution/scope";
import type { DeployableStack } from "./deployment-plan";
import { markInvented } from "./invented-id";
import { readTexts } from "./read-property";

/**
 * Earlier stages put plausible texts where only AWS or a build knows the real one: the managed bucket's suffix, the
 * stack's UUID, content hashes in object keys, hashes in companion repositories, values of parameters that nobody gave.
 * Here they get the mark of invented ids.
 */
export function findAssumedTexts(stack: DeployableStack): AssumedTexts {
  const replacements = new Map<string, string>([[managedBucket, markLast(managedBucket, "-")]]);
  const stackId = String(pseudoParametersOf(stack.target)["AWS::StackId"]);
  replacements.set(stackId, markLast(stackId, "/"));
  for (const { location, kind } of stack.artifacts) {
    const key = /^s3:\/\/[^/]+\/(.+)$/.exec(location)?.[1];
    if (key !== undefined) replacements.set(key, markContentHash(key));
    const repository = kind === "image" ? repositoryIn(location) : undefined;
    if (repository !== undefined) replacements.set(repository, markRepository(repository));
  }
  for (const { value, origin } of Object.values(stack.resolved.parameters)) {
    if (origin === "assumed") for (const text of readTexts(value)) markWhole(text, replacements);
  }
  return replacements;
}

/** Texts as earlier stages wrote them → the same with marks. */
export type AssumedTexts = ReadonlyMap<string, string>;

/** Longer texts first, since a shorter one may be a part of them. */
export function makeMarker(assumed: AssumedTexts): (text: string) => string {
  const known = [...assumed].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return (text) => known.reduce((done, [plain, marked]) => done.replaceAll(plain, marked), text);
}

/** Short texts could stand anywhere by chance. */
function markWhole(text: string, replacements: Map<string, string>): void {
  if (text.length >= 10) replacements.set(text, markInvented(text));
}

const managedBucket = managedDestination.bucket;

export function markedManagedBucket(): string {
  return markLast(managedBucket, "-");
}

/** An object's key: a content hash, perhaps below a prefix, perhaps with an ending. */
export function markContentHash(key: string): string {
  return key.replace(/[0-9a-f]{32}/, (hash) => markInvented(hash));
}

/** `<stack><hash>/<function><hash>repo` of the SAM CLI's companion stack. */
export function markRepository(repository: string): string {
  const parts = /^([a-z0-9]+)([0-9a-f]{8})\/([a-z0-9]+)([0-9a-f]{8})repo$/.exec(repository);
  if (!parts) return repository;
  const [, stack = "", stackHash = "", owner = "", ownerHash = ""] = parts;
  return `${stack}${markInvented(stackHash)}/${owner}${markInvented(ownerHash)}repo`;
}

/** What stands between registry and tag of an image's address. */
export function repositoryIn(uri: string): string | undefined {
  return /^\d{12}\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(uri)?.[1];
}

function markLast(text: string, separator: string): string {
  const at = text.lastIndexOf(separator) + 1;
  return `${text.slice(0, at)}${markInvented(text.slice(at))}`;
}
