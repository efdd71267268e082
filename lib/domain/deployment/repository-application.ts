import type { ResolvedResource } from "../template/resolved-template";
import { readObjects, readText } from "./read-property";

/** The id of the Serverless Application Repository's application that a stack comes from: SAM names it in a tag. */
export function repositoryApplication({ type, properties }: ResolvedResource): string | undefined {
  if (type !== "AWS::CloudFormation::Stack") return undefined;
  return readText(readObjects(properties.Tags).find(({ Key }) => Key === "serverlessrepo:applicationId")?.Value);
}
