import { parentPort } from "node:worker_threads";
import { loadDomainData } from "../data/domain-data";
import { compareInStages } from "../domain/compare";
import { type Answer, type Order, orderSchema } from "./thread-messages";

let steps: ReturnType<typeof compareInStages> | null = null;

parentPort?.on("message", (message: unknown) => parentPort?.postMessage(answer(orderSchema.parse(message))));

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
