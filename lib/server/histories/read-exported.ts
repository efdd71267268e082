import { exportedHistorySchema } from "../../schemas/exported-history";
import { longestSubject, maxTemplateBytes, tooLarge, UnusableUpload } from "./history-limits";
import { keepNewest } from "./keep-newest";
import { readDate } from "./read-date";
import type { UploadedVersions } from "./read-upload";

/** What `tightrope history --export` wrote. */
export function readExported(text: string): UploadedVersions {
  const { template, versions } = parse(text);
  if (versions.length === 0) throw new UnusableUpload("The exported history has no version in it. Export it again.");
  const { kept, note } = keepNewest(versions);
  return {
    templatePath: template,
    note,
    versions: kept.map(({ commit, date, subject, text: templateText }) => {
      if (Buffer.byteLength(templateText) > maxTemplateBytes) throw tooLarge(`The template of commit ${commit}`);
      return { name: commit, committedAt: readDate(date), subject: subject.slice(0, longestSubject), templateText };
    }),
  };
}

function parse(text: string) {
  const parsed = exportedHistorySchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue && issue.path.length > 0 ? ` (${issue.path.join(".")}: ${issue.message})` : "";
  throw new UnusableUpload(
    `The JSON is not what tightrope history --export writes${place}. Export it again, or send a git bundle or a zip of the versions.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableUpload(
      "The file begins like JSON, but is cut off or damaged. Export it again: tightrope history REPOSITORY TEMPLATE --export FILE.",
    );
  }
}
