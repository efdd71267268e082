import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CodeInText } from "./code-in-text";

const cases = [
  ["Fails first at s3:PutObject in the package phase.", ["s3:PutObject"]],
  [
    "iam:PassRole + bedrock-agentcore:CreateCodeInterpreter",
    ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter"],
  ],
  ["Limit it to arn:aws:s3:::orders/*, as iam:PassedToService can.", ["arn:aws:s3:::orders/*", "iam:PassedToService"]],
  ["Everything of lambda:* is granted.", ["lambda:*"]],
  ["Orders (AWS::SQS::Queue) at line 3, column 1: Type is missing; see https://example.com/A.", []],
  ["", []],
] as const;

test.each(cases)("in %j the code stands out", (text, code) => {
  const html = renderToStaticMarkup(<CodeInText text={text} />);
  expect([...html.matchAll(/<code>(.*?)<\/code>/g)].map(([, inner]) => inner)).toEqual(code);
  expect(html.replaceAll(/<\/?code>/g, "")).toBe(text);
});
