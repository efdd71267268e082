import { awsService } from "../aws-service";
import { kmsThrough, removedTags, tagContext, tagKeys } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { rolesAnywhere } from "./passed-roles";
import { plainRule } from "./plain-rule";

const firehose = awsService({
  prefix: "firehose",
  documentation: (operation) => `https://docs.aws.amazon.com/firehose/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html */
const deliveryStream: ResourceRule = {
  ...plainRule({
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
    tagNames: { tag: "TagDeliveryStream", untag: "UntagDeliveryStream" },
    checksOnce: (r) => [...streamRoles(r), ...keyChecks(r)],
  }),
  // Every update writes the destination again, looks which tags the stream has, and puts on all that are given.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kinesisfirehose, deliverystream/UpdateHandler.java
  update: (r) => [
    firehose.call("DescribeDeliveryStream", r.arnOfSelf, { cause: "Properties" }),
    firehose.call("UpdateDestination", r.arnOfSelf, { cause: "Properties", also: destinationRoles(r) }),
    ...encryptionChange(r),
    firehose.call("ListTagsForDeliveryStream", r.arnOfSelf, { cause: "Properties" }),
    ...tagUpdate(r),
    // An encryption that starts or stops is waited for.
    ...when(
      encryptionChange(r).length > 0,
      firehose.call("DescribeDeliveryStream", r.arnOfSelf, { cause: encryption }),
    ),
  ],
  // It is looked for first, and waited for until it is gone.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kinesisfirehose, deliverystream/DeleteHandler.java
  delete: (r) => [
    firehose.call("DescribeDeliveryStream", r.arnOfSelf),
    firehose.call("DeleteDeliveryStream", r.arnOfSelf),
    firehose.call("DescribeDeliveryStream", r.arnOfSelf),
  ],
};

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html */
function streamRoles(r: ResourceView): readonly CheckSpec[] {
  return rolesAnywhere(r, "firehose.amazonaws.com");
}

/** The call takes no source, so that role is not handed over again. */
function destinationRoles(r: ResourceView): readonly CheckSpec[] {
  return rolesAnywhere(r, "firehose.amazonaws.com", { except: /^[^.]+SourceConfiguration\./ });
}

const encryption = "DeliveryStreamEncryptionConfigurationInput";

/** A key of the customer's own needs a grant; https://docs.aws.amazon.com/firehose/latest/dev/encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: `${encryption}.KeyARN`, service: "firehose", source });
  return when(r.has(`${encryption}.KeyARN`), ...["DescribeKey", "CreateGrant"].map(check));
}

/** What is given is started again, but for the customer's own key that the stream already has. */
function encryptionChange(r: ResourceUpdate): readonly CallSpec[] {
  const cause = encryption;
  if (!r.has(encryption))
    return when(r.removed(encryption), firehose.call("StopDeliveryStreamEncryption", r.arnOfSelf, { cause }));
  const hasOwnKey = r.text(`${encryption}.KeyType`) === "CUSTOMER_MANAGED_CMK";
  if (hasOwnKey && !r.changed(`${encryption}.KeyType`, `${encryption}.KeyARN`)) return [];
  return [firehose.call("StartDeliveryStreamEncryption", r.arnOfSelf, { cause, also: keyChecks(r) })];
}

function tagUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const removed = removedTags(r.before, r);
  return [
    ...when(
      removed.length > 0,
      firehose.call("UntagDeliveryStream", r.arnOfSelf, { cause: "Tags", context: tagKeys(removed) }),
    ),
    ...when(r.tagged, firehose.call("TagDeliveryStream", r.arnOfSelf, { cause: "Tags", context: tagContext(r) })),
  ];
}

export const firehoseRules: readonly ResourceRule[] = [deliveryStream];
