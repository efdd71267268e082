import type { ResourceView } from "../../resource-rule";

/** `/restapis/<id>` of the API that a resource belongs to. */
export function apiPath(r: ResourceView): string {
  return `/restapis/${r.text("RestApiId") ?? r.invent("api", { alphabet: "lower", length: 10 })}`;
}
