import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

const sqs = awsService({
  prefix: "sqs",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_${operation}.html`,
});

const tagNames = { tag: "TagQueue", untag: "UntagQueue" };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
const queue: ResourceRule = {
  type: "AWS::SQS::Queue",
  name: { property: "QueueName", maxLength: 80 },
  identify: (r) => {
    const name = r.text("FifoQueue") === "true" && !r.has("QueueName") ? `${r.name}.fifo` : r.name;
    const url = `https://sqs.${r.target.region}.amazonaws.com/${r.target.account}/${name}`;
    const arn = r.arn("sqs", name);
    return { physicalId: url, arn, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
  create: (r) => [
    sqs.call("CreateQueue", r.arnOfSelf, {
      context: tagContext(r),
      also: tagOnCreate(sqs, r, tagNames),
    }),
    // CloudFormation waits until the queue answers with its attributes.
    sqs.call("GetQueueAttributes", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      sqs.call("SetQueueAttributes", r.arnOfSelf, { cause: "Properties" }),
      sqs.call("GetQueueAttributes", r.arnOfSelf),
    ),
    ...tagChanges(sqs, r, tagNames),
  ],
  delete: (r) => [sqs.call("DeleteQueue", r.arnOfSelf), sqs.call("GetQueueAttributes", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html */
const queuePolicy: ResourceRule = {
  type: "AWS::SQS::QueuePolicy",
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: { Id: r.name } }),
  create: (r) => setPolicies(r, r.texts("Queues")),
  update: (r) => setPolicies(r, r.texts("Queues")),
  delete: (r) => setPolicies(r, r.texts("Queues")),
};

function setPolicies(r: ResourceView, queues: readonly string[]): readonly CallSpec[] {
  return queues.map((url) => sqs.call("SetQueueAttributes", queueArn(r, url), { cause: "Queues" }));
}

/** A policy names its queues by URL: `https://sqs.<region>.amazonaws.com/<account>/<name>`. */
function queueArn(r: ResourceView, url: string): string {
  const [account = r.target.account, name = url] = url.replace(/^https:\/\/[^/]+\//, "").split("/");
  return r.arn("sqs", name, { account });
}

export const sqsRules: readonly ResourceRule[] = [queue, queuePolicy];
