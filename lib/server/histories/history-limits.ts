/** What one upload may hold. Beyond, it is refused or cut with a sentence; real histories of templates are far below. */
export const maxUploadBytes = 32 * 1024 * 1024;
export const maxVersions = 1000;
/** CloudFormation takes at most 1 MB. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const maxTemplateBytes = 1024 * 1024;
/** Characters of a commit's subject that are kept. */
export const longestSubject = 500;
/** All versions together. */
export const maxTextBytes = 64 * 1024 * 1024;
/** Entries of an archive, whatever they are. */
export const maxEntries = 5000;
/** Templates of a repository among which to ask. */
export const maxCandidates = 200;

/** The upload cannot be used; the message says why and what to do. */
export class UnusableUpload extends Error {}

export const templateName = /\.(ya?ml|json|template)$/i;

/** Cheap and good enough to tell templates from other files: what it takes for one may still be refused when it is read. */
export function looksLikeTemplate(text: string): boolean {
  return /(^|[\s{,"'])Resources["']?\s*:/.test(text) && text.includes("AWS::");
}

export function tooManyBytes(what: string): UnusableUpload {
  return new UnusableUpload(
    `${what} unpacks to more than ${maxTextBytes / 1024 / 1024} MB of text, which no history of a template comes to. Send the template's versions alone: tightrope history REPOSITORY TEMPLATE --export FILE.`,
  );
}

export function tooLarge(what: string): UnusableUpload {
  return new UnusableUpload(
    `${what} is larger than 1 MB, and CloudFormation takes no such template. Leave this version out.`,
  );
}
