import { z } from "zod";
import type { Problem, Staged } from "../../problem";
import type { CandidatePolicies } from "../candidate";
import { readCandidate } from "../candidate-shape";

export interface ReadReply {
  readonly policies: CandidatePolicies;
  readonly reasons: readonly { readonly sid: string | null; readonly why: string }[];
}

const replyShape = z.object({
  policy: z.unknown(),
  executionPolicy: z.unknown().optional(),
  reasons: z
    .array(z.object({ sid: z.string().nullable().default(null), why: z.string() }))
    .catch([])
    .default([]),
});

/**
 * The policy in a model's answer. Models wrap JSON in prose and code fences although they were asked not to; the first
 * object in the text that holds a policy counts, either `{policy, reasons}` as asked for, or a bare document.
 */
export function readModelReply(text: string): Staged<ReadReply | null> {
  for (const json of findJsonObjects(text)) {
    const reply = replyShape.safeParse(json);
    const wrapped = reply.success && reply.data.policy !== undefined ? reply.data : null;
    const read = readCandidate(wrapped ? withExecutionRole(wrapped) : json);
    if (read.value)
      return { value: { policies: read.value, reasons: wrapped?.reasons ?? [] }, problems: read.problems };
    if (wrapped) return { value: null, problems: read.problems };
  }
  return { value: null, problems: [noPolicyFound()] };
}

function withExecutionRole(reply: z.infer<typeof replyShape>): unknown {
  if (reply.executionPolicy === undefined) return reply.policy;
  return { policies: [reply.policy], executionRole: { policies: [reply.executionPolicy] } };
}

/** Top-level `{…}` spans that parse as JSON, in order. Linear: a span that does not parse is skipped as a whole. */
function* findJsonObjects(text: string): Generator<unknown> {
  let from = text.indexOf("{");
  while (from !== -1) {
    const to = findClosingBrace(text, from);
    if (to === -1) return;
    const parsed = parseJson(text.slice(from, to + 1));
    if (parsed !== undefined) yield parsed;
    from = text.indexOf("{", to + 1);
  }
}

function findClosingBrace(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return -1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noPolicyFound(): Problem {
  return {
    code: "reply-without-policy",
    severity: "error",
    message:
      'The reply holds no policy. Expected one JSON object such as {"policy": {"Version": "2012-10-17", "Statement": […]}}; paste the model\'s whole answer.',
  };
}
