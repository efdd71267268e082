import { z } from "zod";

/** For a JSON column: Prisma serialises it as it is, with the order of its keys kept. */
export function toStored(value: unknown): { toJSON(): unknown } {
  return { toJSON: () => value };
}

/** Reads back what we wrote ourselves. The outline is checked; the shape is that of the version that wrote it. */
export function storedObject<T extends object>(): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === "object" && value !== null, "A stored JSON object is expected here.");
}
