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
  return ssm.call("GetParameters", parameterArn(ssmParameterName, target), {
    cause: `Parameters.${name}`,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html",
  });
}

export const ssm = awsService({
  prefix: "ssm",
  documentation: (operation) => `https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_${operation}.html`,
});

function parameterArn(name: string, { partition, region, account }: StackTarget): string {
  return name.startsWith("arn:")
    ? name
    : `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, "")}`;
}
