import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import { inventId } from "../invented-id";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagAfterCreate, tagChanges } from "../tag-calls";

const kinesis = awsService({
  prefix: "kinesis",
  documentation: (operation) => `https://docs.aws.amazon.com/kinesis/latest/APIReference/API_${operation}.html`,
});

const tagNames = { tag: "AddTagsToStream", untag: "RemoveTagsFromStream" };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html */
const stream: ResourceRule = {
  type: "AWS::Kinesis::Stream",
  name: { property: "Name", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("kinesis", `stream/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    kinesis.call("CreateStream", r.arnOfSelf),
    kinesis.call("DescribeStreamSummary", r.arnOfSelf),
    // A stream keeps records for 24 hours unless told otherwise.
    ...when(
      Number(r.text("RetentionPeriodHours") ?? 24) > 24,
      kinesis.call("IncreaseStreamRetentionPeriod", r.arnOfSelf, { cause: "RetentionPeriodHours" }),
    ),
    ...when(
      r.has("StreamEncryption"),
      kinesis.call("StartStreamEncryption", r.arnOfSelf, { cause: "StreamEncryption" }),
    ),
    ...when(
      r.has("DesiredShardLevelMetrics"),
      kinesis.call("EnableEnhancedMonitoring", "*", { cause: "DesiredShardLevelMetrics" }),
    ),
    ...tagAfterCreate(kinesis, r, tagNames),
  ],
  update: (r) => [
    kinesis.call("DescribeStreamSummary", r.arnOfSelf, { cause: "Properties" }),
    ...retentionUpdate(r),
    ...when(
      r.sets("StreamEncryption"),
      kinesis.call("StartStreamEncryption", r.arnOfSelf, { cause: "StreamEncryption" }),
    ),
    ...when(
      r.removed("StreamEncryption"),
      kinesis.call("StopStreamEncryption", r.arnOfSelf, { cause: "StreamEncryption" }),
    ),
    ...metricChanges(r),
    ...when(r.changed("StreamModeDetails"), kinesis.call("UpdateStreamMode", "*", { cause: "StreamModeDetails" })),
    ...when(
      r.changed("ShardCount") && r.has("ShardCount"),
      kinesis.call("UpdateShardCount", "*", { cause: "ShardCount" }),
    ),
    ...tagChanges(kinesis, r, tagNames),
  ],
  delete: (r) => [kinesis.call("DeleteStream", r.arnOfSelf), kinesis.call("DescribeStreamSummary", r.arnOfSelf)],
};

function retentionUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const hours = (view: ResourceView) => Number(view.text("RetentionPeriodHours") ?? 24);
  if (hours(r) === hours(r.before)) return [];
  const operation = hours(r) > hours(r.before) ? "IncreaseStreamRetentionPeriod" : "DecreaseStreamRetentionPeriod";
  return [kinesis.call(operation, r.arnOfSelf, { cause: "RetentionPeriodHours" })];
}

function metricChanges(r: ResourceUpdate): readonly CallSpec[] {
  const cause = "DesiredShardLevelMetrics";
  const [before, after] = [r.before.texts(cause), r.texts(cause)];
  return [
    ...when(
      before.some((metric) => !after.includes(metric)),
      kinesis.call("DisableEnhancedMonitoring", "*", { cause }),
    ),
    ...when(
      after.some((metric) => !before.includes(metric)),
      kinesis.call("EnableEnhancedMonitoring", "*", { cause }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-streamconsumer.html */
const streamConsumer: ResourceRule = {
  type: "AWS::Kinesis::StreamConsumer",
  name: { property: "ConsumerName", form: "logical-id-alone" },
  identify: (r) => {
    const { name } = r;
    const created = r.invent("created", { alphabet: "digits", length: 10 });
    const arn = `${streamOf(r)}/consumer/${name}:${created}`;
    return {
      physicalId: arn,
      arn,
      attributes: {
        ConsumerARN: arn,
        ConsumerCreationTimestamp: created,
        ConsumerName: name,
        ConsumerStatus: "ACTIVE",
        StreamARN: streamOf(r),
      },
    };
  },
  create: (r) => [
    kinesis.call("RegisterStreamConsumer", streamOf(r), {
      context: tagContext(r),
      also: when(r.tagged, kinesis.check("TagResource", r.arnOfSelf, { cause: "Tags", context: tagContext(r) })),
    }),
    kinesis.call("DescribeStreamConsumer", r.arnOfSelf),
  ],
  delete: (r) => [
    kinesis.call("DeregisterStreamConsumer", r.arnOfSelf),
    kinesis.call("DescribeStreamConsumer", r.arnOfSelf),
  ],
};

function streamOf(r: ResourceView): string {
  return r.text("StreamARN") ?? r.arn("kinesis", `stream/${inventId(r.logicalId, { alphabet: "lower", length: 12 })}`);
}

export const kinesisRules: readonly ResourceRule[] = [stream, streamConsumer];
