import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readModelReply } from "./read-model-reply";

const policy = {
  Version: "2012-10-17",
  Statement: [{ Sid: "Deploy", Effect: "Allow", Action: "cloudformation:*", Resource: "*" }],
};

describe("readModelReply", () => {
  it("reads the object that the prompt asks for", () => {
    const { value } = readModelReply(JSON.stringify({ policy, reasons: [{ sid: "Deploy", why: "The stack." }] }));
    expect(value?.policies.policies).toEqual([policy]);
    expect(value?.reasons).toEqual([{ sid: "Deploy", why: "The stack." }]);
  });

  it("finds the policy among prose and code fences", () => {
    const reply = `Certainly {well}. Here it is:\n\n\`\`\`json\n${JSON.stringify(policy, null, 2)}\n\`\`\`\nUse it with care.`;
    expect(readModelReply(reply).value?.policies.policies).toEqual([policy]);
  });

  it("reads braces inside strings as text", () => {
    const odd = { policy: { ...policy, Id: 'a } and a " too' } };
    expect(readModelReply(`{"note": "}"} ${JSON.stringify(odd)}`).value?.policies.policies).toEqual([odd.policy]);
  });

  it("takes the execution role's policy along", () => {
    const { value } = readModelReply(JSON.stringify({ policy, executionPolicy: policy }));
    expect(value?.policies.executionRole?.policies).toEqual([policy]);
  });

  it("says what is missing in a reply without a policy", () => {
    const { value, problems } = readModelReply('I would rather not. {"findings": []}');
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["reply-without-policy"]);
  });

  it("returns problems, never throws, on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => readModelReply(text).problems.length >= 0));
    fc.assert(fc.property(fc.json(), (text) => readModelReply(text).problems.length >= 0));
  });
});
