import { readFileSync, statSync } from "node:fs";
import { SetupError } from "../setup/setup-error";

/** The official archive has a few megabytes. */
const maxBytes = 64 * 1024 * 1024;

/** The bytes of an archive at an http(s) address or in a file. */
export function fetchArchive(source: string): Promise<Uint8Array> {
  return isAddress(source) ? download(source) : readLocal(source);
}

export function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}

async function download(address: string): Promise<Uint8Array> {
  const response = await reach(address, () => fetch(address, { signal: AbortSignal.timeout(120_000) }));
  if (!response.ok || !response.body) {
    throw new SetupError(
      `${address} answered ${response.status} instead of the archive. Check the region, or name another address or file with --from.`,
    );
  }
  const body = response.body;
  return reach(address, () => collect(body, address));
}

async function collect(body: ReadableStream<Uint8Array>, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge(address);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

async function reach<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `${address} cannot be reached (${tellCause(error)}). Fetch the archive where the network allows it, and name the file with --from.`,
    );
  }
}

/** `fetch` says only that it failed; the reason stands below. */
function tellCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

async function readLocal(file: string): Promise<Uint8Array> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new SetupError(`There is no file ${file}. Name an archive with --from.`);
  if (size > maxBytes) throw tooLarge(file);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SetupError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function tooLarge(source: string): SetupError {
  return new SetupError(
    `${source} has more than ${maxBytes / 1024 / 1024} MB, which the registry's archive never has; nothing was stored.`,
  );
}
