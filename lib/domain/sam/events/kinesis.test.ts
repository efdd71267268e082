import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("polls the stream, and needs a position to start from", () => {
  const expand = (properties: Record<string, string>) =>
    expandResources({ Orders: functionWith({ Stream: { Type: "Kinesis", Properties: properties } }) });
  const { resources } = expand({ Stream: "arn:stream", StartingPosition: "LATEST" });
  expect(resources.OrdersStream?.Properties).toMatchObject({ EventSourceArn: "arn:stream" });
  expect(JSON.stringify(resources.OrdersRole)).toContain("AWSLambdaKinesisExecutionRole");
  expect(expand({ Stream: "arn:stream" }).problems).toEqual([expect.objectContaining({ logicalId: "OrdersStream" })]);
});
