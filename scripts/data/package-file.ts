import { readFileSync } from "node:fs";
import { z } from "zod";

export function readPackageFile<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(`node_modules/${path}`, "utf8")));
}

export function packageVersion(name: string): string {
  return readPackageFile(`${name}/package.json`, z.object({ version: z.string() })).version;
}

/** Gives each distinct value an index, so that a table can hold it once. */
export class Interner<T> {
  readonly values: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
