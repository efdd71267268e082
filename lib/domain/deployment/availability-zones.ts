import type { CallSpec } from "./resource-rule";
import { ec2 } from "./resource-types/ec2/ec2-service";

/**
 * What `Fn::GetAZs` in a property asks EC2. The page names three permissions; a refusal is public for the first.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html
 * https://github.com/metadist/synaplan/pull/1547
 */
export function zoneCalls({ asksForZones }: { readonly asksForZones: boolean }): readonly CallSpec[] {
  if (!asksForZones) return [];
  return ["DescribeAvailabilityZones", "DescribeAccountAttributes", "DescribeSubnets"].map((operation) =>
    ec2.call(operation, "*", {
      cause: "Fn::GetAZs",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html",
    }),
  );
}
