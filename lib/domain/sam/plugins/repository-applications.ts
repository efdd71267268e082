import type { RepositoryAnswer } from "../expand-options";
import { invalidResource, SamFault } from "../fault";
import type { PluginContext, TemplatePlugin } from "../plugin";
import { samEntries } from "../sam-template";
import { defineState } from "../state";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

/**
 * Finds the template of applications from the Serverless Application Repository, asking once for each application and
 * version. A local or S3 `Location` is the template's URL itself.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
 */
export const resolveRepositoryApplications: TemplatePlugin = {
  name: "repository-applications",
  beforeTemplate(template, context) {
    const applications = context.state(answers);
    for (const { logicalId, resource } of samEntries(template, applicationType)) {
      const location = isMap(resource.Properties) ? resource.Properties.Location : undefined;
      if (!isMap(location)) continue;
      if ((location.ApplicationId ?? null) === null || (location.SemanticVersion ?? null) === null) continue;
      location.ApplicationId = resolveHere(location.ApplicationId, context);
      location.SemanticVersion = resolveHere(location.SemanticVersion, context);
      const key = keyOf(location);
      if (!applications.has(key)) applications.set(key, askRepository(logicalId, location, context));
    }
  },
  beforeResource(logicalId, type, properties, context) {
    if (!applicationType.has(type)) return;
    const { Location: location } = properties;
    if (location === undefined) throw invalidResource(logicalId, "'Location' is required.", "Properties");
    if (!isMap(location)) {
      properties.TemplateUrl = location;
      return;
    }
    checkLocation(logicalId, location);
    const answer = context.state(answers).get(keyOf(location));
    if (answer instanceof SamFault) throw answer;
    properties.TemplateUrl = answer ?? placeholderUrl;
  },
};

const applicationType: ReadonlySet<string> = new Set(["AWS::Serverless::Application"]);

/** Template URL by application and version, or what is wrong with asking for it. */
const answers = defineState(() => new Map<string, string | SamFault>());

/** What stands for the address that the repository signs anew at each deployment. */
const placeholderUrl = "https://awsserverlessrepo-changesets.s3.amazonaws.com/template";

function resolveHere(value: Value | undefined, context: PluginContext): Value {
  return context.resolveMappings(context.resolveParameters(value ?? null));
}

function keyOf({ ApplicationId, SemanticVersion }: ValueMap): string {
  return JSON.stringify([ApplicationId ?? null, SemanticVersion ?? null]);
}

function askRepository(logicalId: string, location: ValueMap, context: PluginContext): string | SamFault {
  const { ApplicationId: id, SemanticVersion: version } = location;
  if (typeof id !== "string") return misfit(logicalId, "ApplicationId");
  if (typeof version !== "string") return misfit(logicalId, "SemanticVersion");
  if (!repositoryRegions.has(context.region)) {
    const message = `The Serverless Application Repository is not available in ${context.region}.`;
    return invalidResource(logicalId, message, "Properties.Location");
  }
  if (/\{\{resolve:ssm:[a-zA-Z0-9_.\-/]+(?::\d+)?\}\}/.test(id)) {
    const message = "'ApplicationId' cannot be a dynamic reference: the repository is asked before it is resolved.";
    return invalidResource(logicalId, message, "Properties.Location.ApplicationId");
  }
  const answer: RepositoryAnswer | undefined = context.options.applicationRepository?.(id, version);
  if (!answer) return placeholderUrl;
  return answer.kind === "template"
    ? answer.templateUrl
    : invalidResource(logicalId, answer.reason, "Properties.Location");
}

/** https://docs.aws.amazon.com/general/latest/gr/serverlessrepo.html, and the endpoints that botocore knows. */
const repositoryRegions: ReadonlySet<string> = new Set([
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "cn-north-1",
  "cn-northwest-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "me-south-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
]);

function misfit(logicalId: string, property: string): SamFault {
  return invalidResource(logicalId, `'Location.${property}' must be a string.`, `Properties.Location.${property}`);
}

function checkLocation(logicalId: string, location: ValueMap): void {
  const fail = (property: string, what: string) =>
    invalidResource(logicalId, `'${property}' ${what}.`, `Properties.Location.${property}`);
  for (const property of ["ApplicationId", "SemanticVersion"]) {
    if (!isGiven(location[property])) throw fail(property, "is required");
    if (isMap(location[property])) {
      throw fail(property, "cannot be resolved; only Ref of a parameter and Fn::FindInMap are possible here");
    }
  }
}
