import { awsService } from "../aws-service";
import { kmsThrough, passRole, roleArnIn, tagContext } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";
import { logDeliveryChecks } from "./log-delivery";

const pipes = awsService({
  prefix: "pipes",
  documentation: (operation) => `https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html */
const pipe: ResourceRule = {
  type: "AWS::Pipes::Pipe",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("pipes", `pipe/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, CurrentState: "RUNNING" } };
  },
  create: (r) => [
    pipes.call("CreatePipe", r.arnOfSelf, {
      context: tagContext(r),
      also: [...pipeChecks(r), ...tagOnCreate(pipes, r)],
    }),
    // CloudFormation waits until the pipe runs.
    pipes.call("DescribePipe", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      pipes.call("UpdatePipe", r.arnOfSelf, { cause: "Properties", also: pipeChecks(r) }),
      pipes.call("DescribePipe", r.arnOfSelf, { cause: "Properties" }),
    ),
    ...tagChanges(pipes, r),
  ],
  delete: (r) => [pipes.call("DeletePipe", r.arnOfSelf), pipes.call("DescribePipe", r.arnOfSelf)],
};

function pipeChecks(r: ResourceView): readonly CheckSpec[] {
  return [passRole(roleArnIn(r, "RoleArn"), "pipes.amazonaws.com", "RoleArn"), ...logChecks(r), ...keyChecks(r)];
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html */
function logChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html";
  return when(
    r.has("LogConfiguration.CloudwatchLogsLogDestination"),
    ...logDeliveryChecks(r, "LogConfiguration", "pipes.amazonaws.com", source),
  );
}

function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyIdentifier", service: "pipes", source });
  return when(r.has("KmsKeyIdentifier"), ...["DescribeKey", "GenerateDataKey", "Decrypt"].map(check));
}

export const pipesRules: readonly ResourceRule[] = [pipe];
