import { readFileSync } from "node:fs";
import path from "node:path";

/** The text of a template that the program ships. */
export function readSample(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../../lib/data/samples", `${name}.yaml`), "utf8");
}
