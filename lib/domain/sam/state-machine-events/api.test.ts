import { describe, expect, it } from "vitest";
import { apiEvent } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

function machineWith(event: ReturnType<typeof apiEvent>) {
  const properties = { DefinitionUri: "s3://bucket/orders.json", Role: "arn:aws:iam::123456789012:role/r" };
  return { Orders: { Type: "AWS::Serverless::StateMachine", Properties: { ...properties, Events: { Start: event } } } };
}

describe("event Api of a state machine", () => {
  it("starts executions with a role of its own", () => {
    const { resources, problems } = expandResources(machineWith(apiEvent("/orders", "POST")));
    expect(problems).toEqual([]);
    expect(resources.OrdersStartRole).toMatchObject({ Type: "AWS::IAM::Role" });
    // What the official translator gives for the same resources.
    expect(resources).toHaveProperty("ServerlessRestApiDeployment5331d44436");
    expect(resources.ServerlessRestApi?.Properties).toHaveProperty(
      ["Body", "paths", "/orders", "post", "x-amazon-apigateway-integration"],
      expect.objectContaining({
        type: "aws",
        credentials: { "Fn::GetAtt": ["OrdersStartRole", "Arn"] },
        requestTemplates: {
          "application/json": {
            "Fn::Sub": `{"input": "$util.escapeJavaScript($input.json('$'))", "stateMachineArn": "\${Orders}"}`,
          },
        },
      }),
    );
  });

  it("restores single quotes with UnescapeMappingTemplate", () => {
    const { resources } = expandResources(machineWith(apiEvent("/orders", "post", { UnescapeMappingTemplate: true })));
    expect(JSON.stringify(resources.ServerlessRestApi)).toContain(String.raw`.replaceAll(\"\\\\'\",\"'\")`);
  });

  it("refuses a method that another event has", () => {
    const { Orders } = machineWith(apiEvent("/orders", "post"));
    const events = { Start: apiEvent("/orders", "post"), Again: apiEvent("/orders", "post") };
    const { problems } = expandResources({
      Orders: { ...Orders, Properties: { ...Orders.Properties, Events: events } },
    });
    expect(problems).toMatchObject([{ severity: "error" }]);
    expect(problems[0]?.message).toContain("more than once");
  });
});
