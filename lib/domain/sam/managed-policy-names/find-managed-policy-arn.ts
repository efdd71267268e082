import type { Partition } from "../../stack";
import managedPolicyPaths from "./managed-policy-names.json";

/** The ARN of an AWS managed policy of this partition by its name; undefined where the transform does not know it. */
export function findManagedPolicyArn(partition: Partition, name: string): string | undefined {
  return arns[partition].get(name);
}

function index(partition: Partition): ReadonlyMap<string, string> {
  return new Map(
    managedPolicyPaths[partition].map((path) => [
      path.slice(path.lastIndexOf("/") + 1),
      `arn:${partition}:iam::aws:policy/${path}`,
    ]),
  );
}

const arns: Readonly<Record<Partition, ReadonlyMap<string, string>>> = {
  aws: index("aws"),
  "aws-cn": index("aws-cn"),
  "aws-us-gov": index("aws-us-gov"),
};
