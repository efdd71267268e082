import type { Evidence } from "../evidence";
import type { CandidatePolicies } from "./candidate";

/** A model's answer as gathered: raw text, parsed by the approach, so that a bad answer is a visible fact of the candidate. */
export interface ModelReply {
  readonly text: string;
  readonly evidence: Evidence;
  /** Model, date and prompts' version, as far as known. */
  readonly origin: string;
}

/**
 * What the world was asked for before the pure part starts; job handlers and the command line gather it. `null` or empty
 * means: not supplied, and the approach says so or simulates.
 */
export interface Material {
  /** Replies in the order of the conversation (draft, review, revise); the last one that holds a policy counts. */
  readonly modelReplies: readonly ModelReply[];
  /** A policy that IAM Access Analyzer really generated, pasted or fetched. */
  readonly accessAnalyzerPolicy: { readonly text: string; readonly evidence: Evidence } | null;
  /** The team's own policy as pasted text: a policy document, or a candidate's JSON. */
  readonly currentPolicy: string | null;
  /** Further candidates by name, as the command line takes them. */
  readonly candidates: readonly { readonly name: string; readonly policies: CandidatePolicies }[];
}

export const noMaterial: Material = {
  modelReplies: [],
  accessAnalyzerPolicy: null,
  currentPolicy: null,
  candidates: [],
};
