import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it.each([
  [{ Jobs: { Type: "Queue" } }, { logicalId: "Orders", message: /event Jobs: 'Queue' is no event/ }],
  [{ Jobs: { Properties: {} } }, { logicalId: "Orders", message: /event Jobs: It needs a 'Type'/ }],
  [
    { "jobs-1": { Type: "SQS", Properties: { Queue: "a" } } },
    { logicalId: "Ordersjobs-1", message: /letters and digits/ },
  ],
  [{ Jobs: { Type: "SQS", Properties: ["a"] } }, { logicalId: "OrdersJobs", message: /must be a map/ }],
  [{ Jobs: { Type: "SQS" } }, { logicalId: "OrdersJobs", message: /required property 'Queue'/ }],
])("refuses events %j", (events, { logicalId, message }) => {
  const { problems } = expandResources({ Orders: functionWith(events) });
  expect(problems).toEqual([expect.objectContaining({ logicalId, message: expect.stringMatching(message) })]);
});
