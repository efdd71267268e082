import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { RegistryTable } from "../domain/deployment/registry-rule";
import { projectFolder } from "./project-folder";

const permissionsSchema = z.array(z.string()).readonly();

/** `<region>.json` in the registry's folder, as `npm run registry:update` writes it. */
export const storedRegistrySchema = z.object({
  format: z.literal(1),
  region: z.string(),
  /** When the archive was fetched; ISO 8601, UTC. */
  retrieved: z.iso.datetime(),
  /** Address or file that the archive came from. */
  source: z.string(),
  /** Of the archive, in hexadecimal. */
  sha256: z.string().length(64),
  /** Permissions by resource type; types without any are left out. */
  types: z.record(
    z.string(),
    z.object({
      create: permissionsSchema,
      read: permissionsSchema,
      update: permissionsSchema,
      delete: permissionsSchema,
    }),
  ),
});

export type StoredRegistry = z.infer<typeof storedRegistrySchema>;

let loaded: RegistryTable | null | undefined;

/** The registry's handlers as last downloaded; null where they never were. */
export function loadRegistry(): RegistryTable | null {
  if (loaded === undefined) loaded = readRegistry(registryFolder());
  return loaded;
}

export function registryFolder(): string {
  return path.resolve(projectFolder(), process.env["TIGHTROPE_DATA"] ?? ".data", "registry");
}

/** Of several regions the one fetched last: their handlers hardly differ, and its name is part of the version. */
export function readRegistry(folder: string): RegistryTable | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const stored = files.map((name) => readStored(path.join(folder, name)));
  const [newest] = stored.sort((a, b) => b.retrieved.localeCompare(a.retrieved));
  if (!newest) return null;
  return { version: `${newest.retrieved.slice(0, 10)} ${newest.region}`, types: newest.types };
}

function readStored(file: string): StoredRegistry {
  try {
    return storedRegistrySchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} cannot be read; remove it, or make it anew with \`npm run registry:update\``, { cause });
  }
}
