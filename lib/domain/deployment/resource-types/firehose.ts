import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { rolesAnywhere } from "./passed-roles";
import { plainRule } from "./plain-rule";

const firehose = awsService({
  prefix: "firehose",
  documentation: (operation) => `https://docs.aws.amazon.com/firehose/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html */
const deliveryStream = plainRule({
  type: "AWS::KinesisFirehose::DeliveryStream",
  service: firehose,
  name: { property: "DeliveryStreamName", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("firehose", `deliverystream/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: "CreateDeliveryStream",
  // CloudFormation waits until the stream is active.
  reads: ["DescribeDeliveryStream"],
  delete: "DeleteDeliveryStream",
  gone: "DescribeDeliveryStream",
  tagNames: { tag: "TagDeliveryStream", untag: "UntagDeliveryStream" },
  checksOnce: (r) => [...streamRoles(r), ...keyChecks(r)],
  change: (r) => [...destinationChange(r), ...encryptionChange(r)],
});

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html */
function streamRoles(r: ResourceView): readonly CheckSpec[] {
  return rolesAnywhere(r, "firehose.amazonaws.com");
}

const encryption = "DeliveryStreamEncryptionConfigurationInput";

/** A key of the customer's own needs a grant; https://docs.aws.amazon.com/firehose/latest/dev/encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: `${encryption}.KeyARN`, service: "firehose", source });
  return when(r.has(`${encryption}.KeyARN`), ...["DescribeKey", "CreateGrant"].map(check));
}

function destinationChange(r: ResourceUpdate): readonly CallSpec[] {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  const cause = properties.find((name) => name.endsWith("DestinationConfiguration") && r.changed(name));
  if (cause === undefined) return [];
  return [
    firehose.call("DescribeDeliveryStream", r.arnOfSelf, { cause }),
    firehose.call("UpdateDestination", r.arnOfSelf, { cause, also: streamRoles(r) }),
  ];
}

function encryptionChange(r: ResourceUpdate): readonly CallSpec[] {
  if (!r.changed(encryption)) return [];
  return [
    r.has(encryption)
      ? firehose.call("StartDeliveryStreamEncryption", r.arnOfSelf, { cause: encryption, also: keyChecks(r) })
      : firehose.call("StopDeliveryStreamEncryption", r.arnOfSelf, { cause: encryption }),
    firehose.call("DescribeDeliveryStream", r.arnOfSelf, { cause: encryption }),
  ];
}

export const firehoseRules: readonly ResourceRule[] = [deliveryStream];
