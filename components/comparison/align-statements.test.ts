import fc from "fast-check";
import { expect, test } from "vitest";
import type { Statement } from "@/lib/domain/policy/policy-document";
import { alignStatements, mainService } from "./align-statements";

const allow = (...actions: string[]) => ({ statement: { Effect: "Allow", Action: actions, Resource: "*" } as const });

test("statements that share most actions stand in one row", () => {
  const create = allow("lambda:CreateFunction", "lambda:GetFunction");
  const publish = allow("lambda:PublishLayerVersion");
  const publishToo = allow("lambda:PublishLayerVersion", "lambda:GetLayerVersion");
  const createToo = allow("lambda:CreateFunction");
  const rows = alignStatements([
    [create, publish],
    [publishToo, createToo],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    [create, createToo],
    [publish, publishToo],
  ]);
});

test("a service that only one column knows leaves the others empty", () => {
  const queue = allow("sqs:CreateQueue");
  const stack = allow("cloudformation:CreateChangeSet");
  expect(alignStatements([[queue], [stack]])).toEqual([
    { service: "cloudformation", cells: [null, stack] },
    { service: "sqs", cells: [queue, null] },
  ]);
});

test("a statement without a service of its own is named for what it is", () => {
  expect(mainService({ Effect: "Allow", Action: "*" })).toBe("all services");
  expect(mainService({ Effect: "Deny", NotAction: "iam:*" })).toBe("all services");
  expect(mainService({ Effect: "Allow", Action: ["a:B", "c:D", "e:F"] })).toBe("several services");
  expect(mainService({ Effect: "Allow", Action: ["S3:GetObject", "s3:PutObject", "kms:Decrypt"] })).toBe("s3");
});

const statement: fc.Arbitrary<Statement> = fc.record({
  Effect: fc.constantFrom("Allow", "Deny"),
  Action: fc.array(fc.constantFrom("lambda:CreateFunction", "lambda:GetFunction", "sqs:*", "iam:PassRole", "*")),
});

test("no statement is lost, doubled or moved to another column", () => {
  fc.assert(
    fc.property(fc.array(fc.array(statement.map((own) => ({ statement: own }))), { maxLength: 4 }), (columns) => {
      const rows = alignStatements(columns);
      columns.forEach((column, index) => {
        const shown = rows.map(({ cells }) => cells[index] ?? null).filter((cell) => cell !== null);
        expect(new Set(shown)).toEqual(new Set(column));
        expect(shown).toHaveLength(column.length);
      });
    }),
  );
});
