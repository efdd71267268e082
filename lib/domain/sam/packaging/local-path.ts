import type { Json } from "../../json";

/** Text that is no address: what is left is a path on the user's machine. */
export function isLocalPath(value: Json | undefined): value is string {
  return typeof value === "string" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !value.includes("{{resolve:");
}

/** An image by name and tag, not by the address of a registry. */
export function isLocalImage(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "" && !value.includes("{{resolve:") && !/^[^/]+[.:][^/]*\//.test(value);
}
