import { type Entry, type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import {
  looksLikeTemplate,
  maxEntries,
  maxTemplateBytes,
  maxTextBytes,
  templateName,
  tooLarge,
  tooManyBytes,
  UnusableUpload,
} from "./history-limits";
import { keepNewest } from "./keep-newest";
import type { UploadedVersions } from "./read-upload";

/** The library leaves checksums alone unless asked; lengths it compares by itself while it unpacks. */
const checked = { checkCrc32: true, useWebWorkers: false };

/** `v2.yaml` comes before `v10.yaml`. */
const natural = new Intl.Collator("en", { numeric: true });

export function isArchive(content: Buffer): boolean {
  return content.subarray(0, 2).toString("latin1") === "PK";
}

/** Every template of the archive as a version, in the natural order of their names. */
export async function readZip(content: Buffer): Promise<UploadedVersions> {
  const reader = new ZipReader(new Uint8ArrayReader(content), checked);
  const files = (await listEntries(reader)).filter((entry): entry is FileEntry => !entry.directory);
  if (files.some(({ filename }) => /(^|\/)\.git\//.test(filename))) throw holdsRepository();
  const named = files.filter(({ filename }) => templateName.test(filename) && !isHidden(filename));
  checkSize(named);
  const versions = [];
  for (const file of named.sort((a, b) => natural.compare(a.filename, b.filename))) {
    const templateText = await unpack(file);
    if (!looksLikeTemplate(templateText)) continue;
    versions.push({ name: file.filename, committedAt: null, subject: null, templateText });
  }
  if (versions.length === 0) throw holdsNoTemplate();
  const others = files.length - versions.length;
  const leftOut = others === 0 ? null : `Left out were ${others} files of the archive that are no templates.`;
  const { kept, note } = keepNewest(versions);
  return { templatePath: null, note: [leftOut, note].filter(Boolean).join(" ") || null, versions: kept };
}

async function listEntries(reader: ZipReader<unknown>): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > maxEntries) break;
    }
  } catch {
    throw new UnusableUpload("The zip archive is damaged or was cut off. Make it again.");
  }
  if (entries.length <= maxEntries) return entries;
  throw new UnusableUpload(
    `The archive holds more than ${maxEntries} files. Send one with the template's versions alone.`,
  );
}

/** What a file unpacks to is compared with the length stated here as it is unpacked. */
function checkSize(files: readonly FileEntry[]): void {
  const large = files.find(({ uncompressedSize }) => uncompressedSize > maxTemplateBytes);
  if (large) throw tooLarge(large.filename);
  if (files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > maxTextBytes) {
    throw tooManyBytes("The archive");
  }
}

async function unpack(file: FileEntry): Promise<string> {
  if (file.encrypted) throw new UnusableUpload(`${file.filename} is encrypted. Make the archive without a password.`);
  try {
    return Buffer.from(await file.getData(new Uint8ArrayWriter(), checked)).toString("utf8");
  } catch {
    throw new UnusableUpload(`${file.filename} in the archive is damaged. Make the archive again.`);
  }
}

/** What desktops add to the archives that they make, and settings of tools. */
function isHidden(filename: string): boolean {
  return filename.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

function holdsRepository(): UnusableUpload {
  return new UnusableUpload(
    "The archive holds a git repository, which is not unpacked here. Send a bundle of it: git bundle create history.bundle HEAD.",
  );
}

function holdsNoTemplate(): UnusableUpload {
  return new UnusableUpload(
    "No file of the archive is a template: none that ends in .yaml, .yml, .json or .template has Resources in it. Put one file a version into the archive.",
  );
}
