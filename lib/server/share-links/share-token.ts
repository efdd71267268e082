import { createHash, randomBytes } from "node:crypto";

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, as they stand in the link. */
export function makeShareToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. A plain hash is enough, since there is nothing to guess; `null` for what cannot be a token. */
export function hashShareToken(token: string): string | null {
  return tokenPattern.test(token) ? createHash("sha256").update(token, "utf8").digest("hex") : null;
}
