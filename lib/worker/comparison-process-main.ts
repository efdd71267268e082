import { loadDomainData } from "../data/domain-data";
import { compareInStages } from "../domain/compare";
import type { ComparisonInput } from "../domain/comparison-input";
import { type ReplayInput, replayVersions } from "../domain/replay";
import { answerMessages } from "../server/processes/answer-messages";
import { takeRunSteps } from "../server/runs/run-step";
import { type Answer, type Order, orderSchema } from "./process-messages";

let answers: Iterator<Answer, Answer> | null = null;

answerMessages((message) => answer(orderSchema.parse(message)));

function answer(order: Order): Answer {
  try {
    if (order.kind === "start") answers = compare(order.input);
    if (order.kind === "replay") answers = replay(order.input);
    if (!answers) throw new Error("No comparison has been started.");
    return answers.next().value;
  } catch (fault) {
    return { kind: "fault", stack: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

function* compare(input: ComparisonInput): Generator<Answer, Answer> {
  const steps = takeRunSteps(compareInStages(input, loadDomainData()));
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { kind: "step", step: step.value };
  return { kind: "end", result: step.value };
}

function* replay(input: ReplayInput): Generator<Answer, Answer> {
  for (const outcome of replayVersions(input, loadDomainData())) yield { kind: "version", outcome };
  return { kind: "end-of-versions" };
}
