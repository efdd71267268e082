import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { StoredRegistry } from "../../lib/data/registry";
import { SetupError } from "../setup/setup-error";
import { fetchArchive } from "./fetch-archive";
import { readArchive } from "./read-archive";
import { type ResourceSchema, readHandlers } from "./read-schema";

interface Update {
  readonly region: string;
  /** Address or file to read instead of the official archive. */
  readonly from?: string | undefined;
  readonly folder: string;
}

interface Updated {
  readonly file: string;
  readonly types: number;
  readonly withHandlers: number;
}

/** Fetches the registry's archive, checks all of it, and only then replaces what was stored for the region. */
export async function updateRegistry({ region, from, folder }: Update): Promise<Updated> {
  if (!/^[a-z]{2}(-[a-z]+)+-\d+$/.test(region)) {
    throw new SetupError(`"${region}" is not the name of a region. Name one like us-east-1.`);
  }
  const source = from ?? officialAddress(region);
  const archive = await fetchArchive(source);
  const schemas = await readArchive(archive, source);
  const types = collectHandlers(schemas);
  const file = path.join(folder, `${region}.json`);
  writeWhole(file, {
    format: 1,
    region,
    retrieved: new Date().toISOString(),
    source,
    sha256: createHash("sha256").update(archive).digest("hex"),
    types,
  });
  return { file, types: schemas.length, withHandlers: Object.keys(types).length };
}

/** https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schemas.html */
function officialAddress(region: string): string {
  return `https://schema.cloudformation.${region}.amazonaws.com/CloudformationSchema.zip`;
}

/** A type whose handlers list no permission says nothing about its calls: it stays unknown. */
function collectHandlers(schemas: readonly ResourceSchema[]): StoredRegistry["types"] {
  const all = schemas.map((schema) => [schema.typeName, readHandlers(schema)] as const);
  const saying = all.filter(([, handlers]) => Object.values(handlers).some((permissions) => permissions.length > 0));
  return Object.fromEntries(saying.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Under another name first, so that nobody ever reads half a file. */
function writeWhole(file: string, stored: StoredRegistry): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(unfinished, JSON.stringify(stored));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new SetupError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
