import type { StackTarget } from "../stack";
import type { ResolvedTemplate } from "../template/resolved-template";
import { awsService } from "./aws-service";
import type { CallSpec } from "./resource-rule";

/** Template parameter and the SSM parameter that CloudFormation reads for it. */
export type SsmParameter = readonly [name: string, ssmParameterName: string];

export function listSsmParameters({ parameters }: ResolvedTemplate): readonly SsmParameter[] {
  return Object.entries(parameters).flatMap(([name, { ssmParameterName }]) =>
    ssmParameterName === null ? [] : [[name, ssmParameterName] as const],
  );
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html */
export function readSsmParameter([name, ssmParameterName]: SsmParameter, target: StackTarget): CallSpec {
  return ssm.call("GetParameters", ssmParameterArn(ssmParameterName, target), {
    cause: `Parameters.${name}`,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html",
  });
}

export const ssm = awsService({
  prefix: "ssm",
  documentation: (operation) => `https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_${operation}.html`,
});

/**
 * Parameters that AWS publishes belong to no account: a role that may read those of its own is refused.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 * https://github.com/github-aws-runners/terraform-aws-github-runner/issues/3363
 */
export function ssmParameterArn(name: string, { partition, region, account }: StackTarget): string {
  if (name.startsWith("arn:")) return name;
  const owner = name.startsWith("/aws/service/") ? "" : account;
  return `arn:${partition}:ssm:${region}:${owner}:parameter/${name.replace(/^\//, "")}`;
}
