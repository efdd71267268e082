import path from "node:path";
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";
import { root } from "./ensure-installed.mjs";

/** Imports a TypeScript file of this project into a plain Node process. */
export function runTypeScript(file) {
  register();
  return import(pathToFileURL(path.join(root, file)).href);
}
