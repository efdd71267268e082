/** An ARN, or an action or context key as IAM writes them: `s3:PutObject`, `lambda:*`, `iam:PassedToService`. */
const code = /(\barn:[a-z-]+:\S*[^\s.,;:)"']|\b[a-z0-9-]+:(?:[A-Z][A-Za-z0-9*]*|\*))/;

/** A sentence in which actions, context keys and ARNs stand out as code. */
export function CodeInText({ text }: { text: string }) {
  return splitAtCode(text).map(({ at, part, isCode }) => (isCode ? <code key={at}>{part}</code> : part));
}

interface Part {
  /** Where in the text it begins. */
  readonly at: number;
  readonly part: string;
  readonly isCode: boolean;
}

function splitAtCode(text: string): readonly Part[] {
  let at = 0;
  return text.split(code).map((part, index) => {
    const begins = at;
    at += part.length;
    // One group splits: what it caught stands at every second place.
    return { at: begins, part, isCode: index % 2 === 1 };
  });
}
