import type { Candidate, ProvenanceStep } from "../candidate";
import { noRolePolicies } from "../candidate-shape";
import type { ModelReply } from "../material";
import type { Approach } from "../propose-candidates";
import { type ReadReply, readModelReply } from "./read-model-reply";

const base = { approach: "llm", name: "llm" } as const;

/**
 * What a language model answered to the prompts. The last reply with a policy in it counts: a conversation goes draft,
 * review, revision. Without a reply there is nothing to invent: the candidate says how to get one.
 */
export const proposeByModel: Approach = ({ plan, material }) => {
  const replies = material.modelReplies.map((reply) => ({ reply, read: readModelReply(reply.text) }));
  const last = replies.findLast(({ read }) => read.value !== null);
  if (!last?.read.value)
    return noPolicy(
      material.modelReplies,
      replies.flatMap(({ read }) => read.problems),
    );
  const { policies, reasons } = last.read.value;
  const lacksExecutionRole = plan.settings.topology === "execution-role" && policies.executionRole === null;
  const candidate: Candidate = {
    ...base,
    evidence: last.reply.evidence,
    policies: lacksExecutionRole ? { ...policies, executionRole: noRolePolicies } : policies,
    unavailable: null,
    provenance: replies.map(({ reply, read }, index) => describeReply(reply, read.value, index)),
    reasons,
  };
  return { value: candidate, problems: last.read.problems };
};

function noPolicy(replies: readonly ModelReply[], problems: ReturnType<Approach>["problems"]): ReturnType<Approach> {
  const unavailable =
    replies.length === 0
      ? "No recorded answer for this template, stack name, region and account. Copy the prompt into a model of your choice and paste its reply."
      : "The model's reply holds no policy. Paste the whole reply; it must contain one JSON object with a policy document.";
  return {
    value: {
      ...base,
      evidence: replies.at(-1)?.evidence ?? "simulated",
      policies: null,
      unavailable,
      provenance: [],
      reasons: [],
    },
    problems,
  };
}

function describeReply(reply: ModelReply, read: ReadReply | null, index: number): ProvenanceStep {
  const title = ["Draft", "Security review", "Revision"][index] ?? `Reply ${index + 1}`;
  // A recording's origin is told in sentences, a pasted reply's in a few words.
  const origin = reply.origin.replace(/\.$/, "");
  return {
    title,
    detail: read ? `${origin}; ${countStatements(read)} statements.` : `${origin}; no policy in this reply.`,
    evidence: reply.evidence,
  };
}

function countStatements(read: ReadReply): number {
  return read.policies.policies.reduce((count, policy) => count + policy.Statement.length, 0);
}
