import { isJsonArray, type Json } from "../json";

/** `DependsOn` in both spellings: one logical id, or a list. */
export function readDependsOn(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  return isJsonArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
