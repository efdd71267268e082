import { z } from "zod";
import { runInputSchema } from "../../schemas/run";
import { answerMessages } from "../processes/answer-messages";
import { checkInput } from "../runs/check-input";
import { inspectTemplate } from "./inspect-template";
import type { ReaderOrder } from "./template-reader";

const orderSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("inspect"), text: z.string(), fileName: z.string().nullable() }),
  z.object({ kind: z.literal("check"), input: runInputSchema }),
]) satisfies z.ZodType<ReaderOrder>;

answerMessages((message) => {
  const order = orderSchema.parse(message);
  return order.kind === "inspect" ? inspectTemplate(order.text, order.fileName) : checkInput(order.input);
});
