import type { Json, JsonObject } from "../../json";
import type { StackTarget } from "../../stack";

/** All that a value may be resolved against. What is missing makes intrinsics stay symbolic. */
export interface ResolutionScope {
  /** By name; list parameters as lists. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** By full name: `AWS::Region`. */
  readonly pseudoParameters: Readonly<Record<string, Json>>;
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly mappings: JsonObject;
  /** What `Ref` returns for a resource. The caller guards against cycles. */
  ref(logicalId: string): Json | undefined;
  /** Attribute as in `Arn` or `Outputs.Url`. */
  getAtt(logicalId: string, attribute: string): Json | undefined;
  importValue?(exportName: string): Json | undefined;
  availabilityZones?(region: string): readonly string[] | undefined;
}

/** Nothing is known: spread it and add what is. */
export const emptyScope: ResolutionScope = {
  parameters: {},
  pseudoParameters: {},
  conditions: {},
  mappings: {},
  ref: () => undefined,
  getAtt: () => undefined,
};

/**
 * The stack id's last part is a UUID that CloudFormation draws; every stack of ours has this one, so that results are
 * the same at each run.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function pseudoParametersOf(target: StackTarget): Readonly<Record<string, Json>> {
  const { stackName, region, account, partition } = target;
  return {
    "AWS::AccountId": account,
    "AWS::NotificationARNs": [],
    "AWS::Partition": partition,
    "AWS::Region": region,
    "AWS::StackId": `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/${assumedStackUuid}`,
    "AWS::StackName": stackName,
    "AWS::URLSuffix": partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
  };
}

const assumedStackUuid = "1a2b3c4d-5e6f-11f0-8a9b-0c1d2e3f4a5b";
