import type { Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import type { Fields, ValueMap } from "../value";

/** A GraphQL API while it is expanded. */
export interface GraphqlApi {
  readonly logicalId: string;
  /** As the schema of the resource has read them. */
  readonly properties: ValueMap;
  readonly context: ExpansionContext;
  /** A fresh reference at every call. */
  apiId(): ValueMap;
  /** A resource with the API's attributes; its logical id is the API's with the suffix behind it. */
  make(type: string, suffix: string, properties: Fields): Resource;
}
