import "server-only";
import { z } from "zod";

const optionalText = z
  .string()
  .optional()
  .transform((value) => value || null);

const envSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL must be a postgresql:// address." }),
  /** Where people reach the pages, for links that leave the browser; by default the address of the request. */
  PUBLIC_URL: z.url("PUBLIC_URL must be an address such as https://tightrope.example.com.").optional(),
  /** An OpenAI-compatible API, as in https://api.example.com/v1; with MODEL_API_KEY and MODEL_NAME it answers for the LLM approach. */
  MODEL_BASE_URL: z.url("MODEL_BASE_URL must be an address such as https://api.example.com/v1.").optional(),
  MODEL_API_KEY: optionalText,
  MODEL_NAME: optionalText,
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The process's environment, parsed once. Throws one sentence for everything that is missing or malformed. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(filled);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) =>
    filled[String(issue.path[0])] === undefined ? `${issue.path.join(".")} is not set.` : issue.message,
  );
  throw new Error(`The environment cannot be used: ${faults.join(" ")}`);
}
