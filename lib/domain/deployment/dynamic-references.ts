import { awsService } from "./aws-service";
import { textsInside } from "./read-property";
import type { CallSpec, ResourceView } from "./resource-rule";
import { ssm, ssmParameterArn } from "./ssm-parameters";

/**
 * `{{resolve:…}}` in a property: CloudFormation reads the value with the permissions of the deployment.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function dynamicReferenceCalls(resource: ResourceView): readonly CallSpec[] {
  const found = new Map<string, CallSpec>();
  for (const text of textsInside(resource.properties)) {
    if (!text.includes("{{resolve:")) continue;
    for (const [reference, service, rest = ""] of text.matchAll(
      /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]*)\}\}/g,
    )) {
      found.set(reference, service === "secretsmanager" ? readSecret(resource, rest) : readParameter(resource, rest));
    }
  }
  return [...found.values()];
}

function readParameter(resource: ResourceView, rest: string): CallSpec {
  const name = rest.split(":")[0] ?? "";
  return ssm.call("GetParameters", ssmParameterArn(name, resource.target), {
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html",
    cause: "Properties",
  });
}

function readSecret(resource: ResourceView, rest: string): CallSpec {
  const isArn = rest.startsWith("arn:");
  const secret = isArn
    ? rest.split(":").slice(0, 7).join(":")
    : resource.arn(
        "secretsmanager",
        `secret:${rest.split(":")[0]}-${resource.invent(rest, { alphabet: "mixed", length: 6 })}`,
      );
  return secretsManager.call("GetSecretValue", secret, {
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
    cause: "Properties",
  });
}

const secretsManager = awsService({
  prefix: "secretsmanager",
  documentation: (operation) => `https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_${operation}.html`,
});
