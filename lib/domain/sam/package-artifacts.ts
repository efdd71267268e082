import { isJsonArray, isJsonObject, isSameJson, type Json, type JsonObject } from "../json";
import type { Artifact } from "./expanded-template";
import {
  type ArtifactDestination,
  artifactKey,
  imageUri,
  type PackagingTarget,
  templateUrl,
} from "./packaging/artifact-destination";
import { localImageOf } from "./packaging/function-image";
import { isLocalPath } from "./packaging/local-path";
import { type PackageableProperty, packageableProperties } from "./packaging/packageable-properties";
import { replaceAt } from "./packaging/replace-at";

export interface PackagedTemplate {
  readonly document: JsonObject;
  /** One for each property that named something local; the same path may be there more than once. */
  readonly artifacts: readonly Artifact[];
}

/**
 * The template as `sam package` leaves it: everything local has an address. What is inline, in S3 or in a registry
 * already stays as it is, and so do intrinsic functions.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-package.html
 */
export type PackageArtifacts = (
  document: JsonObject,
  destination: ArtifactDestination,
  target: PackagingTarget,
) => PackagedTemplate;

export const packageArtifacts: PackageArtifacts = (document, destination, target) =>
  startPackaging()(document, destination, target);

/**
 * {@link packageArtifacts} for a template and its changed versions. What a resource is packaged to depends on itself, on
 * what functions share, and on the place: the same object in the same surroundings becomes the same object again.
 */
export function startPackaging(): PackageArtifacts {
  const known = new WeakMap<JsonObject, PackagedResource>();
  let first: Surroundings | undefined;
  return (document, destination, target) => {
    const surroundings = { globals: readFunctionGlobals(document), destination, target };
    first ??= surroundings;
    const isKept = isSameJson(first.globals, surroundings.globals) && isSamePlace(first, surroundings);
    return packageDocument(document, surroundings, (logicalId, resource) => {
      const kept = isKept ? known.get(resource) : undefined;
      if (kept?.logicalId === logicalId) return kept;
      const packaged = packageResource(logicalId, resource, surroundings);
      if (isKept && !kept) known.set(resource, packaged);
      return packaged;
    });
  };
}

/** Beside the resource itself, all that packaging it depends on. */
interface Surroundings {
  readonly globals: JsonObject;
  readonly destination: ArtifactDestination;
  readonly target: PackagingTarget;
}

function isSamePlace(a: Surroundings, b: Surroundings): boolean {
  return (
    (["bucket", "prefix", "imageRepositoryUri"] as const).every(
      (part) => a.destination[part] === b.destination[part],
    ) && (["region", "account", "stackName"] as const).every((part) => a.target[part] === b.target[part])
  );
}

interface PackagedResource {
  readonly logicalId: string;
  readonly resource: JsonObject;
  readonly artifacts: readonly Artifact[];
}

function packageDocument(
  document: JsonObject,
  surroundings: Surroundings,
  packageOne: (logicalId: string, resource: JsonObject) => PackagedResource,
): PackagedTemplate {
  const artifacts: Artifact[] = [];
  const packageEntry = (logicalId: string, resource: Json) => {
    if (!isJsonObject(resource)) return resource;
    const done = packageOne(logicalId, resource);
    artifacts.push(...done.artifacts);
    return done.resource;
  };
  const packaged = isJsonObject(document.Resources)
    ? { ...document, Resources: changeEntries(document.Resources, packageEntry) }
    : document;
  return { document: packageRepositoryMetadata(packaged, startUploading(artifacts, surroundings)), artifacts };
}

/** Records an artifact and answers with its address. */
type Upload = (found: Omit<Artifact, "location">) => string;

function startUploading(artifacts: Artifact[], { destination, target }: Omit<Surroundings, "globals">): Upload {
  return (found) => {
    const artifact = { ...found, location: locate(found, destination, target) };
    artifacts.push(artifact);
    return artifact.location;
  };
}

function locate(found: Omit<Artifact, "location">, destination: ArtifactDestination, target: PackagingTarget): string {
  if (found.kind === "image") return imageUri(found.localPath, found.logicalId, destination, target);
  const extension = found.kind === "template" ? ".template" : "";
  return `s3://${destination.bucket}/${artifactKey(found.localPath, destination, extension)}`;
}

function packageResource(logicalId: string, resource: JsonObject, surroundings: Surroundings): PackagedResource {
  const artifacts: Artifact[] = [];
  const upload = startUploading(artifacts, surroundings);
  const included = packageIncludes(resource, logicalId, upload);
  return { logicalId, resource: packageProperties(logicalId, included, surroundings, upload), artifacts };
}

function packageProperties(
  logicalId: string,
  resource: JsonObject,
  { globals, destination, target }: Surroundings,
  upload: Upload,
): JsonObject {
  const type = typeof resource.Type === "string" ? resource.Type : "";
  const properties = isJsonObject(resource.Properties)
    ? resource.Properties
    : resource.Properties === undefined
      ? {}
      : null;
  const packageable = packageableProperties.get(type);
  if (!properties || !packageable) return resource;
  const shared = type === "AWS::Serverless::Function" ? { ...globals, ...properties } : properties;
  if (shared.PackageType === "Image") return packageImage(logicalId, type, resource, shared, upload);
  if (properties.InlineCode !== undefined && properties.InlineCode !== null) return resource;
  const replaced = packageable.reduce(
    (done, property) =>
      replaceAt(done, property.path, (written, at) => {
        const value = written ?? (at.length === 1 ? shared[at[0] ?? ""] : undefined);
        const localPath = value === undefined || value === null ? absentPath(property) : value;
        if (!isLocalPath(localPath) || localPath === "") return written;
        const found = { kind: property.kind, logicalId, resourceType: type, property: at.join("."), localPath };
        return writeLocation(upload(found), property, destination, target);
      }),
    properties,
  );
  return replaced === properties ? resource : { ...resource, Properties: replaced };
}

function absentPath({ whenAbsent }: PackageableProperty): string | null {
  return whenAbsent === "folder" ? "." : null;
}

function writeLocation(
  location: string,
  { kind, writtenAs }: PackageableProperty,
  destination: ArtifactDestination,
  target: PackagingTarget,
): Json {
  const key = location.slice(`s3://${destination.bucket}/`.length);
  if (kind === "template") return templateUrl(key, destination, target);
  return writtenAs === "uri" ? location : { [writtenAs.bucket]: destination.bucket, [writtenAs.key]: key };
}

function packageImage(
  logicalId: string,
  type: string,
  resource: JsonObject,
  shared: JsonObject,
  upload: Upload,
): JsonObject {
  const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
  const isSam = type === "AWS::Serverless::Function";
  const named = isSam ? shared.ImageUri : isJsonObject(shared.Code) ? shared.Code.ImageUri : shared.Code;
  const localPath = localImageOf(logicalId, resource, named);
  if (localPath === null) return resource;
  const property = isSam ? "ImageUri" : "Code.ImageUri";
  const address = upload({ kind: "image", logicalId, resourceType: type, property, localPath });
  const changed: JsonObject = isSam ? { ImageUri: address } : { Code: { ImageUri: address } };
  return { ...resource, Properties: { ...properties, ...changed } };
}

/** `AWS::Include` may stand anywhere. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html */
function packageIncludes(resource: JsonObject, logicalId: string, upload: Upload): JsonObject {
  if (!mayInclude(resource)) return resource;
  const resourceType = typeof resource.Type === "string" ? resource.Type : "";
  const visit = (value: Json, at: string): Json => {
    if (isJsonArray(value)) return value.map((entry, index) => visit(entry, `${at}.${index}`));
    return isJsonObject(value) ? visitEntries(value, at) : value;
  };
  const visitEntries = (map: JsonObject, at: string): JsonObject =>
    changeEntries(map, (key, inner) => {
      const here = at === "" ? key : `${at}.${key}`;
      if (key !== "Fn::Transform" || !isJsonObject(inner)) return visit(inner, here);
      const { Name: name, Parameters: parameters } = inner;
      const location = isJsonObject(parameters) ? parameters.Location : undefined;
      if (name !== "AWS::Include" || !isJsonObject(parameters) || !location || !isLocalPath(location)) return inner;
      const property = `${here}.Parameters.Location`.replace(/^Properties\./, "");
      const address = upload({ kind: "file", logicalId, resourceType, property, localPath: location });
      return { ...inner, Parameters: { ...parameters, Location: address } };
    });
  return visitEntries(resource, "");
}

function mayInclude(value: Json): boolean {
  if (isJsonArray(value)) return value.some(mayInclude);
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some((key) => key === "Fn::Transform" || mayInclude(value[key] ?? null));
}

/** What goes with an application when it is published to the repository. */
function packageRepositoryMetadata(document: JsonObject, upload: Upload): JsonObject {
  const type = "AWS::ServerlessRepo::Application";
  return ["LicenseUrl", "ReadmeUrl"].reduce(
    (done, property) =>
      replaceAt(done, ["Metadata", type, property], (value) => {
        if (!value || !isLocalPath(value)) return value;
        return upload({ kind: "file", logicalId: "Metadata", resourceType: type, property, localPath: value });
      }),
    document,
  );
}

/** What functions share and packaging reads. */
function readFunctionGlobals(document: JsonObject): JsonObject {
  const globals = isJsonObject(document.Globals) ? document.Globals.Function : undefined;
  if (!isJsonObject(globals)) return {};
  const shared = ["CodeUri", "ImageUri", "PackageType"].flatMap((name): [string, Json][] => {
    const value = globals[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(shared);
}

function changeEntries(map: JsonObject, change: (key: string, inner: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, change(key, inner)]));
}
