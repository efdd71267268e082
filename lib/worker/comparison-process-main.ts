import { loadDomainData } from "../data/domain-data";
import { compareInStages } from "../domain/compare";
import { answerMessages } from "../server/processes/answer-messages";
import { type Answer, type Order, orderSchema } from "./process-messages";

let steps: ReturnType<typeof compareInStages> | null = null;

answerMessages((message) => answer(orderSchema.parse(message)));

function answer(order: Order): Answer {
  try {
    if (order.kind === "start") steps = compareInStages(order.input, loadDomainData());
    if (!steps) throw new Error("No comparison has been started.");
    const { value, done } = steps.next();
    return done ? { kind: "end", result: value } : { kind: "step", progress: value };
  } catch (fault) {
    return { kind: "fault", stack: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}
