import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("polls the queue", () => {
  const { resources } = expandResources({
    Orders: functionWith({
      Jobs: { Type: "SQS", Properties: { Queue: "arn:queue", ScalingConfig: { MaximumConcurrency: 2 } } },
    }),
  });
  expect(resources.OrdersJobs).toEqual({
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: {
      FunctionName: { Ref: "Orders" },
      EventSourceArn: "arn:queue",
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  });
  expect(JSON.stringify(resources.OrdersRole)).toContain("AWSLambdaSQSQueueExecutionRole");
});
