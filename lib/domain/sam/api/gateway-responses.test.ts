import { describe, expect, it } from "vitest";
import { isDict, PyDict } from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import type { Value } from "../value";
import { addGatewayResponses, checkGatewayResponses } from "./gateway-responses";
import { emptySwagger, SwaggerEditor } from "./swagger-editor";

function written(response: Value): unknown {
  const responses = PyDict.of({ UNAUTHORIZED: fromTemplate(response) });
  checkGatewayResponses("Orders", responses);
  const editor = new SwaggerEditor(emptySwagger());
  addGatewayResponses(editor, "Orders", responses);
  const described = editor.gatewayResponses.get("UNAUTHORIZED");
  return isDict(described) ? toValue(described) : null;
}

describe("gateway responses", () => {
  it("carry status, templates and parameters", () => {
    const ResponseParameters = { Headers: { "X-A": "'a'" }, Paths: { p: "b" }, QueryStrings: { q: "c" } };
    expect(written({ StatusCode: 401, ResponseTemplates: { a: "{}" }, ResponseParameters })).toEqual({
      statusCode: "401",
      responseTemplates: { a: "{}" },
      responseParameters: {
        "gatewayresponse.header.X-A": "'a'",
        "gatewayresponse.path.p": "b",
        "gatewayresponse.querystring.q": "c",
      },
    });
  });

  it.each([
    ["an unknown property", { Status: 401 }],
    ["an unknown group of parameters", { ResponseParameters: { Cookies: {} } }],
    ["a status that is no number", { StatusCode: "4xx" }],
    ["an intrinsic function", { Ref: "Response" }],
    ["text", "401"],
  ])("refuse %s", (_, response) => {
    expect(() => written(response)).toThrow();
  });
});
