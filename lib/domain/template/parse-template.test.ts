import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";

const resources = "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n";
const problemsOf = (text: string) =>
  parseTemplate(text).problems.map(({ code, line, column }) => ({ code, line, column }));

describe("parseTemplate", () => {
  it("reads YAML and JSON to the same document", () => {
    const document = { Resources: { Orders: { Type: "AWS::SQS::Queue" } } };
    expect(parseTemplate(resources).value?.document).toEqual(document);
    expect(parseTemplate(JSON.stringify(document, null, "\t")).value?.document).toEqual(document);
  });

  it("gives short tags their long form, at any depth", () => {
    const text = `${resources}Outputs:
  A: !GetAtt Orders.Nested.Arn
  B: !Sub ["\${x}", { x: !Ref Orders }]
  C: !If [IsProd, !Ref "AWS::NoValue", 5]
  D: !GetAZs ""
  E: !Condition IsProd
  F: !Equals
    - !FindInMap [a, b, c]
    - yes
`;
    expect(parseTemplate(text).value?.document.Outputs).toEqual({
      A: { "Fn::GetAtt": ["Orders", "Nested.Arn"] },
      B: { "Fn::Sub": ["${x}", { x: { Ref: "Orders" } }] },
      C: { "Fn::If": ["IsProd", { Ref: "AWS::NoValue" }, 5] },
      D: { "Fn::GetAZs": "" },
      E: { Condition: "IsProd" },
      F: { "Fn::Equals": [{ "Fn::FindInMap": ["a", "b", "c"] }, true] },
    });
  });

  it("applies anchors and merge keys; what stands in the map itself wins", () => {
    const text = `${resources}Outputs:
  Base: &base { Runtime: nodejs22.x, Timeout: 3 }
  Other: &other { Timeout: 9, MemorySize: 128 }
  Merged: { <<: [*base, *other], Runtime: python3.13 }
  Same: *base
`;
    expect(parseTemplate(text).value?.document.Outputs).toMatchObject({
      Merged: { Runtime: "python3.13", Timeout: 3, MemorySize: 128 },
      Same: { Runtime: "nodejs22.x", Timeout: 3 },
    });
  });

  it("remembers floats that are whole numbers, by path, through aliases too", () => {
    const { value } = parseTemplate(`${resources}Outputs: { A: &a { swagger: 2.0, n: [1, 3.0] }, B: *a, C: 2 }`);
    expect(value?.document.Outputs).toMatchObject({ A: { swagger: 2, n: [1, 3] }, C: 2 });
    expect([...(value?.floats ?? [])]).toEqual([
      ["Outputs.A.swagger", "2.0"],
      ["Outputs.A.n.1", "3.0"],
      ["Outputs.B.swagger", "2.0"],
      ["Outputs.B.n.1", "3.0"],
    ]);
  });

  it("reads brackets that go on further left than they began, as CloudFormation does", () => {
    const text = `Resources:
  Orders:
    Type: AWS::IAM::Policy
    Properties:
      Resource: [
      !Sub "a",
    "b"
      ]
  Last: { Type: !!str AWS::SNS::Topic }
`;
    const { value, problems } = parseTemplate(text);
    expect(problems).toEqual([]);
    expect(value?.document.Resources).toMatchObject({
      Orders: { Properties: { Resource: [{ "Fn::Sub": "a" }, "b"] } },
    });
    expect(value?.positions.find("Resources.Orders.Properties.Resource.1")).toEqual({ line: 7, column: 5 });
    expect(value?.positions.find("Resources.Last")).toEqual({ line: 9, column: 3 });
  });

  it.each([
    ["duplicate-key", `${resources}  Orders:\n    Type: x\n`, 4, 3],
    ["unknown-tag", `${resources}    Properties: !Reff x\n`, 4, 23],
    ["tab", "Resources:\n\tOrders: x\n", 2, 1],
    ["tab", `${resources}    Name:\tx\n`, 4, 10],
    ["bad-indentation", "Resources:\n  Orders:\n    Type: x\n   Other: y\n", 4, 1],
    ["yaml-syntax", 'Resources: "x\n', 2, 1],
    ["yaml-syntax", `${resources}---\n${resources}`, 4, 1],
    ["unknown-anchor", `${resources}Outputs: *nothing\n`, 4, 10],
    ["circular-alias", `${resources}Outputs: &out [*out]\n`, 4, 16],
    ["not-a-mapping", "- a\n", 1, 1],
    ["not-a-mapping", "", 1, 1],
    ["no-resources", "Outputs: {}\n", 1, 1],
    ["no-resources", "Outputs: {}\nResources: {}\n", 2, 1],
    ["type-not-text", "Resources:\n  Orders:\n    Type: [x]\n", 3, 5],
  ])("says %s with line and column", (code, text, line, column) => {
    expect(problemsOf(text)).toContainEqual({ code, line, column });
  });

  it("keeps the last of two values for a key, as AWS's tools do, but says so", () => {
    const { value, problems } = parseTemplate(`${resources}Description: one\nDescription: two\n`);
    expect(value?.document.Description).toBe("two");
    expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
  });

  it.each([
    ["template-too-large", `${resources}Description: "${"é".repeat(600_000)}"\n`],
    ["too-many-resources", `Resources:\n${Array.from({ length: 501 }, (_, n) => `  R${n}: {Type: x}\n`).join("")}`],
    ["too-deep", `Resources: ${"[".repeat(500_000)}`],
    ["too-deep", `Resources: ${"{a: ".repeat(120)}${"}".repeat(120)}`],
    [
      "too-deep",
      `a0: &a0 [x]\n${Array.from({ length: 20_000 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]\n`).join("")}`,
    ],
    [
      "too-many-aliases",
      `a0: &a0 [${"x,".repeat(10)}]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]\n`).join("")}`,
    ],
  ])("refuses with %s instead of working on what is beyond the limits", (code, text) => {
    const { value, problems } = parseTemplate(text);
    expect(value).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it("finds the place of a path: through tags, lists, merges and keys with dots", () => {
    const text = `Base: &base
  Inner: 1
Resources:
  Orders:
    <<: *base
    Type: !Sub
      - "\${x}"
      - x: 1
    Properties: { a.b: { c: 1 } }
`;
    const find = (path: string) => parseTemplate(text).value?.positions.find(path);
    expect(find("Resources.Orders.Type.Fn::Sub.1.x")).toEqual({ line: 8, column: 9 });
    expect(find("Resources.Orders.Properties.a.b.c")).toEqual({ line: 9, column: 26 });
    expect(find("Resources.Orders.Inner")).toEqual({ line: 2, column: 3 });
    expect(find("Resources.Orders.Missing.Deeper")).toEqual({ line: 4, column: 3 });
    expect(find("")).toEqual({ line: 1, column: 1 });
  });
});
