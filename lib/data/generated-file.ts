import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./project-folder";

/**
 * The parsed content of a table that `scripts/generate-data.ts` wrote. The caller names the shape that the generator
 * gave it: both sides import the type, and the generator is type-checked against it.
 */
export function readGenerated(name: string) {
  const file = path.join(projectFolder(), "lib/generated/data", name);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read; \`npm run generate\` makes it`, { cause });
  }
}
