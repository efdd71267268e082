import { loadDomainData } from "../data/domain-data";
import { compareInStages } from "../domain/compare";
import { type Answer, type Order, orderSchema } from "./process-messages";

/** Answers each order of the worker that has started this process, and ends with it. */
process.on("message", (message) => process.send?.(answer(orderSchema.parse(message))));
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole process group; the worker decides when this process ends.
process.on("SIGINT", () => {});

let steps: ReturnType<typeof compareInStages> | null = null;

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
