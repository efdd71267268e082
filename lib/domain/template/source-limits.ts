import type { Problem } from "../problem";

/** CloudFormation's limit for a template in S3. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const largestTemplate = 1024 * 1024;

/** What is refused before the text is read at all; null where it may be read. */
export function checkSourceLimits(text: string): Problem | null {
  if (text.length > largestTemplate || new TextEncoder().encode(text).length > largestTemplate) {
    const message =
      "The template is larger than 1 MB, the most that CloudFormation takes. Move parts of it into nested stacks.";
    return { code: "template-too-large", severity: "error", message, line: 1, column: 1 };
  }
  const nested = text.search(endlessNesting);
  if (nested < 0) return null;
  const before = text.slice(0, nested).split("\n");
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const message = `Line ${line}, column ${column}: the values are nested too deeply to be read.`;
  return { code: "too-deep", severity: "error", message, line, column };
}

/** Brackets or list marks opened one after the other, which cost the reader far more time than they are worth. */
const endlessNesting = /(?:[[{][ \t\r\n]*){150}|(?:[-?][ \t]+){150}/;
