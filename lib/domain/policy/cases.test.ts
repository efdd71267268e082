import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compilePolicySet } from "./compile-policies";
import { evaluateRequest } from "./evaluate";
import { explainDecision } from "./explain";
import { parsePolicyJson } from "./parse-policy";
import type { PolicyDocument } from "./policy-document";

/** Every file of `cases/` walks one page of AWS's documentation; a new case is a new entry, no code. */
const documents = z.array(z.unknown()).default([]);
const caseFile = z.object({
  source: z.url(),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      policies: documents,
      boundary: z.unknown().optional(),
      session: documents,
      scp: documents,
      rcp: documents,
      request: z.strictObject({
        action: z.string(),
        resources: z.array(z.string()),
        context: z.record(z.string(), z.array(z.string())),
      }),
      expected: z.strictObject({
        decision: z.enum(["allowed", "implicitDeny", "explicitDeny"]),
        blockedBy: z.enum(["identity", "boundary", "session", "scp", "rcp"]).nullable(),
      }),
    }),
  ),
});

const folder = `${import.meta.dirname}/cases`;

describe.each(readdirSync(folder))("%s", (name) => {
  const { source, cases } = caseFile.parse(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));
  it.each(cases)(`$name (${source})`, ({ policies, boundary, session, scp, rcp, request, expected }) => {
    const compiled = compilePolicySet({
      identity: policies.map(parse),
      boundary: boundary === undefined ? null : parse(boundary),
      session: session.map(parse),
      scp: scp.map(parse),
      rcp: rcp.map(parse),
    });
    const { decision, blockedBy } = evaluateRequest(compiled, request);
    expect({ decision, blockedBy }).toEqual(expected);
    const { policyTypes, needsNoPermission } = explainDecision(compiled, request);
    const everyTypeAgrees = policyTypes.every((type) => type.outcome === "allows" || type.outcome === "doesNotDeny");
    expect(everyTypeAgrees || needsNoPermission).toBe(decision === "allowed");
  });
});

function parse(value: unknown): PolicyDocument {
  const { value: document, problems } = parsePolicyJson(value);
  if (document === null) throw new Error(`A case holds no valid policy: ${problems[0]?.message}`);
  return document;
}
