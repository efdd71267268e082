import { z } from "zod";
import type { RegistryHandlers } from "../../lib/domain/deployment/registry-rule";
import { SetupError } from "../setup/setup-error";

const handlerSchema = z.object({ permissions: z.array(z.string()).default([]) }).default({ permissions: [] });

/**
 * What is read of a resource type's schema; older types have no handlers.
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
const resourceSchema = z.object({
  typeName: z.string().regex(/^\w+::\w+::\w+(::MODULE)?$/),
  handlers: z
    .object({ create: handlerSchema, read: handlerSchema, update: handlerSchema, delete: handlerSchema })
    .optional(),
});

export type ResourceSchema = z.infer<typeof resourceSchema>;

/** @throws SetupError where the text is no schema; `name` and `source` say which */
export function parseSchema(text: string, name: string, source: string): ResourceSchema {
  const parsed = resourceSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new SetupError(
    `${name} in ${source} is not the schema of a resource type (${issue?.message ?? "unreadable"}${where}); nothing was stored.`,
  );
}

/** Each permission once, in order; the published lists repeat some and have empty ones. */
export function readHandlers({ handlers }: ResourceSchema): RegistryHandlers {
  const permissionsOf = (handler: keyof RegistryHandlers) =>
    [...new Set((handlers?.[handler].permissions ?? []).map((name) => name.trim()))]
      .filter((name) => name !== "")
      .sort();
  return {
    create: permissionsOf("create"),
    read: permissionsOf("read"),
    update: permissionsOf("update"),
    delete: permissionsOf("delete"),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
