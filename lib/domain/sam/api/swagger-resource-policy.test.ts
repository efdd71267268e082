import { describe, expect, it } from "vitest";
import { isDict, PyDict, textOf } from "../py27-hash/py-value";
import { fromTemplate, toValueMap } from "../py27-hash/template-values";
import type { ValueMap } from "../value";
import { SwaggerEditor } from "./swagger-editor";
import { addCustomStatements, addResourcePolicy, matchPlaceholders } from "./swagger-resource-policy";

function policyOf(settings: ValueMap, statements?: ValueMap): unknown {
  const definition = { swagger: "2.0", paths: { "/a/{id}": { get: {}, "x-amazon-apigateway-any-method": {} } } };
  const editor = new SwaggerEditor(fromTemplate(definition));
  const read = fromTemplate(settings);
  addResourcePolicy(editor, isDict(read) ? read : PyDict.empty(), "/a/{id}", "Prod");
  if (statements !== undefined) addCustomStatements(editor, fromTemplate(statements));
  return toValueMap(editor.definition())["x-amazon-apigateway-policy"];
}

const arn = (method: string) => ({ "Fn::Sub": [`execute-api:/\${__Stage__}/${method}/a/*`, { __Stage__: "Prod" }] });
const resources = expect.arrayContaining([arn("GET"), arn("*")]);
const allow = { Effect: "Allow", Action: "execute-api:Invoke", Resource: resources, Principal: "*" };

describe("addResourcePolicy", () => {
  it("lets accounts in", () => {
    expect(policyOf({ AwsAccountWhitelist: ["123456789012"] })).toEqual({
      Version: "2012-10-17",
      Statement: { ...allow, Principal: { AWS: ["123456789012"] } },
    });
  });

  it("denies everybody else, by address or by VPC", () => {
    expect(policyOf({ IpRangeWhitelist: ["10.0.0.0/8"] })).toMatchObject({
      Statement: [allow, { Effect: "Deny", Condition: { NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } } }],
    });
    const condition = { "aws:SourceVpc": ["vpc-1", { Ref: "Vpc" }], "aws:SourceVpce": ["vpce-2"] };
    expect(
      policyOf({ SourceVpcWhitelist: ["vpc-1", "vpce-2"], IntrinsicVpcWhitelist: [{ Ref: "Vpc" }] }),
    ).toMatchObject({
      Statement: [allow, { Effect: "Deny", Condition: { StringNotEquals: condition } }],
    });
  });

  it("adds a custom statement once", () => {
    const own = { Effect: "Deny", Action: "execute-api:Invoke" };
    expect(policyOf({ IpRangeBlacklist: "10.0.0.1" }, own)).toMatchObject({ Statement: [{}, {}, own] });
  });

  it("refuses VPCs that are no text", () => {
    expect(() => policyOf({ SourceVpcWhitelist: [{ Ref: "Vpc" }] })).toThrow();
  });
});

describe("matchPlaceholders", () => {
  it("matches anything in the place of a parameter", () => {
    expect(textOf(matchPlaceholders("/a/{id}/{proxy+}"))).toBe("/a/*/*");
  });
});
