import type { StackTarget } from "../../stack";
import { pseudoParametersOf } from "../../template/resolution/scope";
import { inventId, markInvented } from "../invented-id";

/** A stack's ARN ends in a UUID that CloudFormation draws. */
export function stackArn(target: StackTarget, stackName: string = target.stackName): string {
  if (stackName === target.stackName) return ownStackArn(target);
  const uuid = inventId(`${target.account}/${target.region}/${stackName}/stack`, { alphabet: "uuid" });
  return `arn:${target.partition}:cloudformation:${target.region}:${target.account}:stack/${stackName}/${uuid}`;
}

/** The one that `AWS::StackId` names. */
function ownStackArn(target: StackTarget): string {
  const id = String(pseudoParametersOf(target)["AWS::StackId"]);
  const at = id.lastIndexOf("/") + 1;
  return `${id.slice(0, at)}${markInvented(id.slice(at))}`;
}

/**
 * A macro is authorised as a resource of `CreateChangeSet` beside the stack, AWS's own under their names without `AWS::`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
 * https://github.com/observeinc/terraform-aws-collection (a role that may create change sets for three of them by name)
 */
export function transformArn({ partition, region }: StackTarget, macro: string): string {
  return `arn:${partition}:cloudformation:${region}:aws:transform/${macro.replace("AWS::", "")}`;
}
