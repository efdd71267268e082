import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readRefusals } from "./read-refusals";

const cases = path.join(import.meta.dirname, "refusals/cases");
const names = readdirSync(cases).flatMap((file) => (file.endsWith(".log") ? [path.basename(file, ".log")] : []));

describe("readRefusals", () => {
  it.each(names)("reads %s", (name) => {
    const log = readFileSync(path.join(cases, `${name}.log`), "utf8");
    const expected: unknown = JSON.parse(readFileSync(path.join(cases, `${name}.json`), "utf8"));
    expect(readRefusals(log)).toEqual(expected);
  });

  it("tells a refusal once, however often and wherever it is printed", () => {
    const message =
      "User: me is not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:eu-central-1:1:work";
    const log = ["Waiting", `CREATE_FAILED  AWS::SQS::Queue  Work  ${message}`, `Error: ${message}`, message].join(
      "\n",
    );
    expect(readRefusals(log)).toMatchObject([{ action: "sqs:CreateQueue", logicalId: "Work", line: 2 }]);
    expect(readRefusals(log.split("\n").reverse().join("\n"))).toMatchObject([{ logicalId: "Work", line: 1 }]);
  });

  it("keeps refusals of the same action on different resources apart", () => {
    const message = (name: string) => `not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:::${name}`;
    expect(readRefusals(`${message("a")}\n${message("b")}`)).toHaveLength(2);
  });

  it("finds nothing where nothing is", () => {
    expect(readRefusals("")).toEqual([]);
    expect(readRefusals("Deployment complete.\nAll is well.")).toEqual([]);
  });
});

const reports = path.resolve("../shared/truth/access-denied.jsonl");
const reportSchema = z.object({ action: z.string(), quote: z.string() });

describe.skipIf(!existsSync(reports))("public reports of refusals (skipped where ../shared is missing)", () => {
  const quotes = existsSync(reports)
    ? readFileSync(reports, "utf8")
        .trim()
        .split("\n")
        .map((line) => reportSchema.parse(JSON.parse(line)))
    : [];
  const isRead = ({ action, quote }: z.infer<typeof reportSchema>) =>
    readRefusals(quote).some((refusal) => refusal.action?.toLowerCase() === action.toLowerCase());
  const asPrinted = quotes.filter(({ quote }) => /authorized to perform:? [a-z0-9-]+:\w/i.test(quote));

  it(`names the action in all ${asPrinted.length} quotes of the usual wording`, () => {
    expect(asPrinted.filter((report) => !isRead(report))).toEqual([]);
  });

  const read = quotes.filter(isRead).length;
  it(`names the action in ${read} of all ${quotes.length} quotes; the others are told in someone's own words`, () => {
    expect(read / quotes.length).toBeGreaterThanOrEqual(0.75);
  });
});
