import { type Entry, type FileEntry, TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { SetupError } from "../setup/setup-error";
import { parseSchema, type ResourceSchema } from "./read-schema";

/** Far above what the official archive unpacks to, and low enough to be harmless. */
const maxUnpackedBytes = 512 * 1024 * 1024;

/** The library leaves checksums alone unless asked; lengths it compares by itself. */
const checked = { checkCrc32: true, useWebWorkers: false };

/**
 * Every resource schema of an archive; each of its files must be one. `source` stands in the messages.
 * @throws SetupError naming the first file that is wrong
 */
export async function readArchive(archive: Uint8Array, source: string): Promise<readonly ResourceSchema[]> {
  const reader = new ZipReader(new Uint8ArrayReader(archive), checked);
  const entries = await listEntries(reader, source);
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  if (files.length === 0) throw new SetupError(`${source} has no schemas in it; nothing was stored.`);
  checkUnpackedSize(files, source);
  const schemas: ResourceSchema[] = [];
  for (const file of files) schemas.push(parseSchema(await unpack(file, source), file.filename, source));
  checkUnique(schemas, source);
  return schemas;
}

async function listEntries(reader: ZipReader<unknown>, source: string): Promise<readonly Entry[]> {
  try {
    return await reader.getEntries();
  } catch (error) {
    throw new SetupError(`${source} is not a whole zip archive (${tell(error)}); nothing was stored.`);
  }
}

async function unpack(file: FileEntry, source: string): Promise<string> {
  try {
    return await file.getData(new TextWriter(), checked);
  } catch (error) {
    throw new SetupError(
      `${file.filename} in ${source} is damaged (${tell(error)}); nothing was stored. Fetch the archive again.`,
    );
  }
}

/** What a file unpacks to is compared with the length stated here as it is unpacked. */
function checkUnpackedSize(files: readonly FileEntry[], source: string): void {
  const bytes = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > maxUnpackedBytes) {
    throw new SetupError(
      `${source} would unpack to ${Math.round(bytes / 1024 / 1024)} MB, which the registry's archive never does; nothing was stored.`,
    );
  }
}

function checkUnique(schemas: readonly ResourceSchema[], source: string): void {
  const seen = new Set<string>();
  for (const { typeName } of schemas) {
    if (seen.has(typeName)) throw new SetupError(`${source} describes ${typeName} twice; nothing was stored.`);
    seen.add(typeName);
  }
}

function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
