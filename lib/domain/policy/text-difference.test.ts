import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolicyDocument, Statement } from "./policy-document";
import { arbitraryStatement } from "./testing/arbitrary-policies";
import { differTexts, printPolicy, startDiffering } from "./text-difference";

const read: Statement = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const write: Statement = { Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:aws:s3:::orders/*" };
const documentOf = (...statements: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });

describe("differTexts", () => {
  it("shows a widened statement with the lines around it", () => {
    const widened = { ...write, Action: ["s3:PutObject", "s3:DeleteObject"] };
    expect(differTexts(documentOf(read, write), documentOf(read, widened), "policy.json")).toBe(`--- a/policy.json
+++ b/policy.json
@@ -10,7 +10,8 @@
     {
       "Effect": "Allow",
       "Action": [
-        "s3:PutObject"
+        "s3:PutObject",
+        "s3:DeleteObject"
       ],
       "Resource": "arn:aws:s3:::orders/*"
     }
`);
  });

  it("gives the comma to the statement that is no longer the last", () => {
    const text = differTexts(documentOf(read), documentOf(read, write), "policy.json");
    expect(text).toContain("-    }\n+    },\n+    {\n");
  });

  it("shows a document that was not there before as new", () => {
    expect(differTexts(null, documentOf(read), "policy.json")).toMatch(/^--- \/dev\/null\n.*\n@@ -0,0 \+1,11 @@\n/);
  });

  it("says nothing of equal documents", () => {
    expect(differTexts(documentOf(read), documentOf(read), "policy.json")).toBe("");
  });

  const documents = fc
    .array(arbitraryStatement(fc.constantFrom("Allow", "Deny")), { maxLength: 5 })
    .map((statements) => documentOf(...statements));

  it("turns the first text into the second, whatever the documents", () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const difference = differTexts(before, after, "policy.json");
        expect(applyPatch(printPolicy(before), difference)).toBe(printPolicy(after));
      }),
    );
  });

  it("is the same where statements were printed before, in other places", () => {
    const pool = fc.array(arbitraryStatement(fc.constantFrom("Allow", "Deny")), { minLength: 1, maxLength: 4 });
    const versions = pool.chain((statements) =>
      fc.array(fc.array(fc.constantFrom(...statements), { maxLength: 5 }), { minLength: 2, maxLength: 5 }),
    );
    fc.assert(
      fc.property(versions, (documentsInTurn) => {
        const differ = startDiffering();
        for (const [index, now] of documentsInTurn.entries()) {
          const [before, after] = [documentOf(...(documentsInTurn[index - 1] ?? [])), documentOf(...now)];
          expect(differ(before, after, "policy.json")).toBe(differTexts(before, after, "policy.json"));
        }
      }),
    );
  });
});

/** What `patch` does: every kept and removed line must stand where the hunk says. */
function applyPatch(text: string, difference: string): string {
  const old = text.split("\n").slice(0, -1);
  const now: string[] = [];
  let line = 0;
  for (const change of difference.split("\n").slice(2, -1)) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(change);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      now.push(...old.slice(line, start));
      line = start;
      continue;
    }
    if (!change.startsWith("+")) expect(old[line++]).toBe(change.slice(1));
    if (!change.startsWith("-")) now.push(change.slice(1));
  }
  return [...now, ...old.slice(line)].map((kept) => `${kept}\n`).join("");
}
