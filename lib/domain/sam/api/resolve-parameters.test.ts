import { describe, expect, it } from "vitest";
import { printPython } from "../py27-hash/py-text";
import { fromTemplate } from "../py27-hash/template-values";
import { resolveParametersIn } from "./resolve-parameters";

const parameters = { Name: "orders", Count: 3, Later: "{{IntrinsicFunction:x}}", "AWS::Region": "eu-central-1" };
const resolved = (value: Parameters<typeof fromTemplate>[0]) =>
  printPython(resolveParametersIn(fromTemplate(value), parameters));

describe("resolveParametersIn", () => {
  it("replaces references to parameters at any depth", () => {
    expect(resolved([{ Ref: "Name" }, { a: { Ref: "Count" } }])).toBe("[u'orders', {u'a': 3}]");
    expect(resolved({ "Fn::Sub": "${Name}-${AWS::Region}-${Other}" })).toBe(
      "{u'Fn::Sub': u'orders-eu-central-1-${Other}'}",
    );
    expect(resolved({ "Fn::Sub": ["${Name}", { a: { Ref: "Name" } }] })).toBe(
      "{u'Fn::Sub': [u'orders', {u'a': u'orders'}]}",
    );
  });

  it("keeps what is not known yet, and tells the region from the template's text", () => {
    expect(resolved({ Ref: "Later" })).toBe("{u'Ref': u'Later'}");
    expect(resolved({ Ref: "Other" })).toBe("{u'Ref': u'Other'}");
    expect(resolved({ Ref: "AWS::Region" })).toBe("'eu-central-1'");
  });

  it("refuses to put numbers into text", () => {
    expect(() => resolved({ "Fn::Sub": "${Count}" })).toThrow();
  });
});
