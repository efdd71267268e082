import type { ResolvedTemplate } from "../template/resolved-template";
import type { CallSpec } from "./resource-rule";
import { ec2 } from "./resource-types/ec2/ec2-service";

/** Template parameter and the operation of EC2 by which CloudFormation looks for what its value names. */
export type TypedParameter = readonly [name: string, operation: string];

/** Each operation once, with the first parameter that causes it. */
export function listTypedParameters({ parameters }: ResolvedTemplate): readonly TypedParameter[] {
  const found = new Map<string, string>();
  for (const [name, { type }] of Object.entries(parameters)) {
    const operation = operations.get(type.replace(/^.*</, "").replace(/>+$/, ""));
    if (operation !== undefined && !found.has(operation)) found.set(operation, name);
  }
  return [...found].map(([operation, name]) => [name, operation]);
}

/**
 * CloudFormation looks for the values of parameters of AWS's types once it works on the stack, before any resource: a
 * refusal rolls the stack back with nothing made. Refusals are public for images and key pairs, those behind a parameter
 * of SSM included; none is for hosted zones, whose look-up has no documented name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 * https://github.com/yugabyte/yugabyte-db/issues/4336, https://github.com/WXYC/discogs-etl/issues/396
 */
export function checkTypedParameter([name, operation]: TypedParameter): CallSpec {
  return ec2.call(operation, "*", {
    cause: `Parameters.${name}`,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html",
  });
}

const operations: ReadonlyMap<string, string> = new Map([
  ["AWS::EC2::AvailabilityZone::Name", "DescribeAvailabilityZones"],
  ["AWS::EC2::Image::Id", "DescribeImages"],
  ["AWS::EC2::Instance::Id", "DescribeInstances"],
  ["AWS::EC2::KeyPair::KeyName", "DescribeKeyPairs"],
  ["AWS::EC2::SecurityGroup::GroupName", "DescribeSecurityGroups"],
  ["AWS::EC2::SecurityGroup::Id", "DescribeSecurityGroups"],
  ["AWS::EC2::Subnet::Id", "DescribeSubnets"],
  ["AWS::EC2::Volume::Id", "DescribeVolumes"],
  ["AWS::EC2::VPC::Id", "DescribeVpcs"],
]);
