import type { RunGit } from "../../data/template-history/run-git";

/** Bytes. */
interface BlobLimits {
  readonly each: number;
  readonly all: number;
}

/** Objects as text, in two calls however many they are: those within the limits, and the sizes of all. */
export function readBlobs(
  git: RunGit,
  blobs: readonly string[],
  limits: BlobLimits,
): { readonly texts: ReadonlyMap<string, string>; readonly sizes: ReadonlyMap<string, number> } {
  const sizes = readSizes(git, blobs);
  const readable: string[] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const size = sizes.get(blob) ?? Number.POSITIVE_INFINITY;
    if (size > limits.each || bytes + size > limits.all) continue;
    bytes += size;
    readable.push(blob);
  }
  return { texts: splitBatch(git(["cat-file", "--batch"], lines(readable))), sizes };
}

/** What is no file, such as a submodule's commit, has no size here. */
function readSizes(git: RunGit, blobs: readonly string[]): ReadonlyMap<string, number> {
  const printed = git(["cat-file", "--batch-check"], lines(blobs)).toString("utf8");
  return new Map(
    printed.split("\n").flatMap((line) => {
      const [blob = "", type, size] = line.split(" ");
      return type === "blob" ? [[blob, Number(size)] as const] : [];
    }),
  );
}

/** `<object> blob <size>`, a line feed, the bytes, a line feed; for each. */
function splitBatch(printed: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < printed.length; ) {
    const end = printed.indexOf(10, at);
    const [blob = "", , size = "0"] = printed.subarray(at, end).toString("latin1").split(" ");
    const start = end + 1;
    at = start + Number(size);
    texts.set(blob, printed.subarray(start, at).toString("utf8"));
    at++;
  }
  return texts;
}

function lines(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join("");
}
