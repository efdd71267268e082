import { z } from "zod";
import { readAttemptLog } from "../../domain/trial/real-attempts/read-attempt-log";
import { answerMessages } from "../processes/answer-messages";

const orderSchema = z.object({ text: z.string() });

answerMessages((message) => readAttemptLog(orderSchema.parse(message).text));
