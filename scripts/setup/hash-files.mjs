import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One hash over the names and contents of files and of everything in folders but tests, which nothing is made of; what
 * does not exist counts as empty.
 */
export function hashFiles(paths, ignored = []) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((entry) => listFiles(entry, ignored))) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function listFiles(entry, ignored) {
  if (!existsSync(entry) || ignored.includes(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => listFiles(path.posix.join(entry, name), ignored));
}
