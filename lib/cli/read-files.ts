import { readFileSync } from "node:fs";
import type { CandidatePolicies } from "../domain/approaches/candidate";
import { readCandidate } from "../domain/approaches/candidate-shape";
import { parsePolicyDocument } from "../domain/policy/parse-policy";
import type { PolicyDocument } from "../domain/policy/policy-document";
import { UnusableInput } from "./unusable-input";

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new UnusableInput(`Cannot read ${file} (${reason}). Give the path of a readable file.`);
  }
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`${file} is not JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}.`);
  }
}

export function readPolicy(file: string): PolicyDocument {
  const { value, problems } = parsePolicyDocument(readText(file));
  if (value) return value;
  throw new UnusableInput(`${file} is not a policy document: ${problems.map((problem) => problem.message).join(" ")}`);
}

/** A policy, or a candidate of several policies. */
export function readCandidateFile(file: string): CandidatePolicies {
  const { value, problems } = readCandidate(readJson(file));
  if (value) return value;
  throw new UnusableInput(`${file}: ${problems.map((problem) => problem.message).join(" ")}`);
}
