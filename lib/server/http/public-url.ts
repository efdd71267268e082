import "server-only";
import { env } from "../env";

/** An address of ours as others can open it: PUBLIC_URL where it is set, otherwise the way this request came. */
export function publicUrl(request: Request, path: string): string {
  const configured = env().PUBLIC_URL;
  if (configured) return new URL(path, configured).href;
  const { protocol, host } = new URL(request.url);
  const asked = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? host;
  const scheme = request.headers.get("x-forwarded-proto") ?? protocol.replace(/:$/, "");
  return new URL(path, `${scheme}://${asked}`).href;
}
