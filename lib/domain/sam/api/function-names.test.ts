import { expect, it } from "vitest";
import { apiEvent, functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

// Logical ids are those that the official translator (1.110.0) gives for the same resources.
it("a function's name is part of what is deployed", () => {
  const events = { List: apiEvent("/orders", "get") };
  const { resources } = expandResources({ Orders: functionWith(events, { FunctionName: "list-orders" }) });
  expect(resources).toHaveProperty("ServerlessRestApiDeploymentcd378a0e41");
});
