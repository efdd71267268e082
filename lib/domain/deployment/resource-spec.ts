/**
 * What the CloudFormation resource specification says of every resource type, as a table that is passed in (the domain
 * reads no files). Loaded by `lib/data`.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-resource-specification.html
 */
export interface ResourceSpecTable {
  /** Where the table comes from and its version, as in `aws-service-spec 0.1.216`. */
  readonly version: string;
  /** `AWS::Lambda::Function` → facts */
  readonly types: Readonly<Record<string, ResourceSpec>>;
}

export interface ResourceSpec {
  /** Properties at the top of the resource by name; a type that is not a property of it is a user's mistake. */
  readonly properties: Readonly<Record<string, PropertySpec>>;
  /**
   * Dotted paths below a property whose change replaces the resource although the property as a whole does not:
   * `EncryptionConfiguration.KmsKey`, with `*` for any list item or map key.
   */
  readonly nestedReplacements: Readonly<Record<string, Replacement>>;
  /** What `Fn::GetAtt` takes, as in `Arn` or `Endpoint.Address`. */
  readonly attributes: readonly string[];
  /** Properties or attributes that identify the resource in the Cloud Control API. */
  readonly primaryIdentifier: readonly string[];
  /** What `Ref` returns. */
  readonly refIdentifier: readonly string[];
  /** `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`; null where the specification has none. */
  readonly arnTemplate: string | null;
  /** The property that holds the tags, and its form: a list of `{Key, Value}`, a map, or an Auto Scaling group's list. */
  readonly tags: { readonly property: string; readonly form: "list" | "map" | "auto-scaling-list" } | null;
  /** The resource holds data of its users (a table, a bucket, a queue). */
  readonly stateful: boolean;
}

export interface PropertySpec {
  readonly required: boolean;
  readonly update: UpdateBehaviour;
  readonly type: PropertyType;
}

/** `always`: any change replaces the resource; `maybe`: some changes do. */
export type Replacement = "always" | "maybe";
export type UpdateBehaviour = "in-place" | Replacement;

/** The first of the forms that the specification allows, without its fields. */
export type PropertyType = "string" | "number" | "boolean" | "list" | "map" | "object" | "json";

/** Types are whatever a template says, names that every object has among them. */
export function findResourceSpec(type: string, { types }: ResourceSpecTable): ResourceSpec | null {
  return Object.hasOwn(types, type) ? (types[type] ?? null) : null;
}
