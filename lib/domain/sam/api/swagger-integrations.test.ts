import { describe, expect, it } from "vitest";
import { PyDict } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { emptySwagger, SwaggerEditor } from "./swagger-editor";
import { addLambdaIntegration, addStateMachineIntegration } from "./swagger-integrations";

describe("integrations of a REST API", () => {
  it("adds a Lambda integration once", () => {
    const editor = new SwaggerEditor(emptySwagger());
    const integration = { uri: "arn", condition: undefined, credentials: "role", streaming: false };
    addLambdaIntegration(editor, "/a", "get", integration);
    expect(toValue(editor.paths)).toEqual({
      "/a": {
        get: {
          responses: {},
          "x-amazon-apigateway-integration": { type: "aws_proxy", httpMethod: "POST", uri: "arn", credentials: "role" },
        },
      },
    });
    expect(() => addLambdaIntegration(editor, "/a", "GET", integration)).toThrow();
  });

  it("start executions of state machines", () => {
    const editor = new SwaggerEditor(emptySwagger());
    const requestTemplates = PyDict.made({ "application/json": "{}" });
    addStateMachineIntegration(editor, "/a", "post", { condition: "IsProd", credentials: "role", requestTemplates });
    expect(toValue(editor.paths)).toMatchObject({
      "/a": {
        post: {
          "Fn::If": [
            "IsProd",
            {
              responses: { "200": { description: "OK" }, "400": { description: "Bad Request" } },
              "x-amazon-apigateway-integration": {
                type: "aws",
                credentials: "role",
                responses: { "200": { statusCode: "200" }, "400": { statusCode: "400" } },
                requestTemplates: { "application/json": "{}" },
              },
            },
            { Ref: "AWS::NoValue" },
          ],
        },
      },
    });
  });
});
