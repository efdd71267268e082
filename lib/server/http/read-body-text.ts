import { ApiFault } from "./api-fault";
import { readBytes } from "./read-bytes";

export interface BodyLimit {
  readonly bytes: number;
  /** The sentence for whoever sent more. */
  readonly tooLarge: string;
}

/** The request's body as text; one that is too large is refused before it is read to its end. */
export async function readBodyText(request: Request, { bytes, tooLarge }: BodyLimit): Promise<string> {
  const body = await readBytes(request, bytes);
  if (!body) throw new ApiFault(413, { code: "too-large", message: tooLarge });
  return new TextDecoder().decode(body);
}

/** PostgreSQL cannot store it in a text. */
export function nulCharacter(): ApiFault {
  return new ApiFault(400, {
    code: "nul-character",
    message: "The text holds a NUL character, so that it is a binary file rather than text; give a text file.",
  });
}
