import { ApiFault } from "./api-fault";

export interface BodyLimit {
  readonly bytes: number;
  /** The sentence for whoever sent more. */
  readonly tooLarge: string;
}

/** The request's body as text; one that is too large is refused before it is read to its end. */
export async function readBodyText(request: Request, { bytes, tooLarge }: BodyLimit): Promise<string> {
  const refuse = () => new ApiFault(413, { code: "too-large", message: tooLarge });
  if (Number(request.headers.get("content-length")) > bytes) throw refuse();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytes) throw refuse();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** PostgreSQL cannot store it in a text. */
export function nulCharacter(): ApiFault {
  return new ApiFault(400, {
    code: "nul-character",
    message: "The text holds a NUL character, so that it is a binary file rather than text; give a text file.",
  });
}
