import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** A zip archive: name → text as it is, or a value as JSON. */
export async function makeArchive(files: Readonly<Record<string, unknown>>, { level = 6 } = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level, useWebWorkers: false });
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, new TextReader(typeof content === "string" ? content : JSON.stringify(content)));
  }
  return writer.close();
}
