import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Json } from "../json";
import { startWriting } from "./write-yaml";

/** What the package makes of the entry. */
function writeWithPackage(key: string, value: Json): readonly string[] {
  return stringify({ [key]: value }, { lineWidth: 0, aliasDuplicateObjects: false })
    .trimEnd()
    .split("\n");
}

/** Texts in which YAML sees more than text, and parts that make such texts when they meet. */
const awkwardTexts = [
  "",
  " ",
  "a ",
  " a",
  "a: b",
  "a:",
  ":a",
  "a #b",
  "#a",
  "a#b",
  "- a",
  "-",
  "--- a",
  "a\n--- b",
  "...",
  "%a",
  "?",
  "? a",
  "a\nb",
  "a\n",
  "a\n\n",
  "\na",
  "\n",
  " a\n  b",
  "a\n \nb",
  "a \nb",
  "a\tb",
  "\ta",
  "a\r\nb",
  "a\n\t",
  "\n ",
  "a\n ",
  "null",
  "Null",
  "~",
  "true",
  "FALSE",
  "yes",
  "no",
  "on",
  "1",
  "-1",
  "1.5",
  ".5",
  "1e3",
  "0x1f",
  "0o7",
  ".inf",
  "-.INF",
  ".nan",
  "2012-10-17",
  "12:30",
  "<<",
  "=",
  "*",
  "*a",
  "&a",
  "!a",
  "!Ref a",
  "{a}",
  "[a]",
  "a, b",
  "|",
  "> a",
  "@a",
  "`a",
  "'a'",
  '"a"',
  "it's",
  'say "a"',
  'it\'s "a"',
  "a\\b",
  "\u00e9",
  "a\u00a0",
  "\u2028",
  "\ud83d\ude00",
  "\ud83d",
  "\u0007",
  "\u007f",
  "arn:aws:s3:::${Bucket}/*",
  "/orders/{id}",
  "$default",
  "_x",
  "s3:ObjectCreated:*",
  "${AWS::StackName}-a",
  "x".repeat(250),
  "long ".repeat(60),
];

const arbitraryText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkwardTexts) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom("a", " ", ":", "#", "-", "\n", "'", '"', "\t", "1", "."), { maxLength: 8 })
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);

const { value: arbitraryValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    arbitraryText,
    fc.constantFrom<Json>(null, true, false, 0, -0, 7, -1.5, 1e21, 1e-7),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(arbitraryText, fc.constantFrom("Type", "Properties", "Fn::Sub")), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

describe("writing an entry as YAML", () => {
  it("writes what the package writes, whatever was written before", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryText, arbitraryValue), { minLength: 1, maxLength: 3 }), (entries) => {
        const write = startWriting();
        for (const [key, value] of entries) expect(write(key, value)).toEqual(writeWithPackage(key, value));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(awkwardTexts.map((text) => [text]))("writes %j as a key and as a value", (text) => {
    const value = { [text]: text, list: [text, [text], { [text]: [text] }], inner: { [text]: { [text]: text } } };
    expect(startWriting()("Entry", value)).toEqual(writeWithPackage("Entry", value));
    expect(startWriting()(text, text)).toEqual(writeWithPackage(text, text));
  });

  it.each([["k".repeat(1_100)], [`"${"\\".repeat(600)}`]])("writes a key that is too long for one line", (key) => {
    const value = { [key]: { a: ["b", { [key]: "c\nd\n\ne" }] } };
    expect(startWriting()("Entry", value)).toEqual(writeWithPackage("Entry", value));
    expect(startWriting()(key, value)).toEqual(writeWithPackage(key, value));
  });
});
