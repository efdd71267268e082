import { readFileSync } from "node:fs";
import type { GivenVersion } from "../replays/version-rows";
import { UnusableUpload } from "./history-limits";
import { isBundle, readBundle } from "./read-bundle";
import { readExported } from "./read-exported";
import { isArchive, readZip } from "./read-zip";

export interface Upload {
  /** The file as it was sent. */
  readonly file: string;
  /** An empty folder to work in; whoever has made it removes it. */
  readonly folder: string;
  /** Which template of a repository; `null` where it is to be found. */
  readonly templatePath: string | null;
  /** Name of the file from which the run's template came, to tell it from others. */
  readonly runFileName: string | null;
}

/** What an upload holds: a template's versions, oldest first, or several templates to choose from, or nothing usable. */
export type UploadReading =
  | { readonly kind: "versions"; readonly history: UploadedVersions }
  | { readonly kind: "templates"; readonly templates: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

export interface UploadedVersions {
  readonly templatePath: string | null;
  /** What was left out, as a sentence. */
  readonly note: string | null;
  readonly versions: readonly GivenVersion[];
}

/** Reads a git bundle, a zip archive of versions, or what the command line exports. The file may be anything at all. */
export async function readUpload(upload: Upload): Promise<UploadReading> {
  try {
    const reading = await readByKind(readFileSync(upload.file), upload);
    if (reading.kind === "versions") reading.history.versions.forEach(refuseBinary);
    return reading;
  } catch (fault) {
    if (!(fault instanceof UnusableUpload)) throw fault;
    return { kind: "refused", message: fault.message };
  }
}

async function readByKind(content: Buffer, upload: Upload): Promise<UploadReading> {
  if (isBundle(content)) return readBundle(upload);
  if (isArchive(content)) return { kind: "versions", history: await readZip(content) };
  if (/^\s*\{/.test(content.subarray(0, 100).toString("utf8"))) {
    return { kind: "versions", history: readExported(content.toString("utf8")) };
  }
  throw new UnusableUpload(
    "This is neither a git bundle nor a zip archive nor the output of tightrope history --export. Make one of them and send that.",
  );
}

/** What holds a NUL is no text, and PostgreSQL stores none as such. */
function refuseBinary({ name, subject, templateText }: GivenVersion): void {
  if (![name, subject, templateText].some((text) => text?.includes("\0"))) return;
  throw new UnusableUpload(
    `The template of version ${name.replaceAll("\0", "")} holds a NUL character, so that it is no text. Leave this version out.`,
  );
}
