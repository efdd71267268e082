import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it.each([
  [{ Handle: "x" }, /has no property 'Handle'/],
  [{ DeadLetterQueue: { Type: "SQS" } }, /needs 'Type' and 'TargetArn'/],
  [{ DeadLetterQueue: { Type: "EC2", TargetArn: "a" } }, /must be 'SQS' or 'SNS'/],
  [{ DeadLetterQueue: { Type: ["SQS"], TargetArn: "a" } }, /must be a string/],
  [{ VersionDeletionPolicy: "Delete" }, /'VersionDeletionPolicy' needs 'AutoPublishAlias'/],
  [{ CapacityProviderConfig: { Arn: "a" }, VpcConfig: {} }, /exclude each other/],
  [
    { TenancyConfig: { TenantIsolationMode: "PER_TENANT" }, SnapStart: { ApplyOn: "x" } },
    /does not work with 'TenancyConfig'/,
  ],
  [{ PropagateTags: "yes" }, /'PropagateTags' has the wrong type/],
  [{ Tags: ["a"] }, /'Tags' must be a map/],
  [{ Tags: { "lambda:createdBy": "me" } }, /is reserved/],
])("refuses a function with %j", (properties, message) => {
  const { problems } = expandResources({ Orders: functionWith({}, properties) });
  expect(problems).toEqual([expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) })]);
});

it("lets only APIs invoke a function that is shared by tenants", () => {
  const queue = { Type: "SQS", Properties: { Queue: "arn" } };
  const { problems } = expandResources({
    Orders: functionWith({ Jobs: queue }, { TenancyConfig: { TenantIsolationMode: "x" } }),
  });
  expect(problems).toEqual([
    expect.objectContaining({ logicalId: "Orders", message: expect.stringContaining("Jobs") }),
  ]);
});
