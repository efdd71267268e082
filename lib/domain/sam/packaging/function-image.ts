import { isJsonObject, type Json, type JsonObject } from "../../json";
import { isLocalImage } from "./local-path";

/**
 * The local image of a function with `PackageType: Image`: the one it names, or the one that `sam build` makes of the
 * Dockerfile in its metadata, named after the function. Null where the image is in a registry, or where there is none.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html
 */
export function localImageOf(functionId: string, resource: JsonObject, named: Json | undefined): string | null {
  if (isBuilt(resource.Metadata)) {
    const { DockerTag: tag } = resource.Metadata;
    return `${functionId.toLowerCase()}:${typeof tag === "string" ? tag : "latest"}`;
  }
  return isLocalImage(named) ? named : null;
}

function isBuilt(metadata: Json | undefined): metadata is JsonObject {
  return isJsonObject(metadata) && (metadata.Dockerfile !== undefined || metadata.DockerContext !== undefined);
}
