import { z } from "zod";
import { answerMessages } from "../processes/answer-messages";
import { readUpload, type Upload } from "./read-upload";

const uploadSchema = z.object({
  file: z.string(),
  folder: z.string(),
  templatePath: z.string().nullable(),
  runFileName: z.string().nullable(),
}) satisfies z.ZodType<Upload>;

answerMessages((message) => readUpload(uploadSchema.parse(message)));
