import type { Problem } from "../problem";
import { readCandidate } from "./candidate-shape";
import type { Approach } from "./propose-candidates";

/** The team's own policy, when they pasted one. */
export const proposeCurrent: Approach = ({ material }) => {
  if (material.currentPolicy === null || material.currentPolicy.trim() === "") return { value: null, problems: [] };
  const read = readPasted(material.currentPolicy);
  return {
    value: {
      approach: "current",
      name: "current",
      evidence: "imported",
      policies: read.value,
      unavailable: read.value ? null : "The pasted policy could not be read; see the problems.",
      provenance: [{ title: "Pasted", detail: "The team's present policy, as pasted.", evidence: "imported" }],
      reasons: [],
    },
    problems: read.problems,
  };
};

function readPasted(text: string): ReturnType<typeof readCandidate> {
  try {
    return readCandidate(JSON.parse(text));
  } catch {
    return { value: null, problems: [notJson()] };
  }
}

function notJson(): Problem {
  return {
    code: "policy-not-json",
    severity: "error",
    message: "The pasted current policy is not JSON. Paste the policy document as IAM shows it.",
  };
}
