import type { Json, JsonObject } from "../json";

/** Something local that `sam deploy` uploads before CloudFormation sees the template. */
export interface Artifact {
  /** `zip`: code or layer content; `image`: pushed to ECR; `template`: a nested template; `file`: definitions, schemas. */
  readonly kind: "zip" | "image" | "template" | "file";
  readonly logicalId: string;
  readonly resourceType: string;
  /** The property that named it, as in `CodeUri`. */
  readonly property: string;
  /** The path as written in the template. */
  readonly localPath: string;
  /** Where it goes: `s3://<bucket>/<prefix/><key>` or an ECR image URI; the key is made from the path, so it is deterministic. */
  readonly location: string;
}

/** A CloudFormation template as AWS's transform would return it, before intrinsics are resolved. */
export interface ExpandedTemplate {
  readonly document: JsonObject;
  readonly artifacts: readonly Artifact[];
  /** Generated logical id → the logical id that the user wrote. Ids kept as written map to themselves. */
  readonly origins: Readonly<Record<string, string>>;
  /** Nested local applications whose template was supplied, expanded; by logical id. */
  readonly nested: Readonly<Record<string, ExpandedTemplate>>;
  /** Macros of AWS's that CloudFormation will expand in the template as written, as in `AWS::LanguageExtensions`. */
  readonly transforms?: readonly string[];
  /** What `AWS::Include` inserts, as S3 URIs, before parameters in them are filled in. */
  readonly includes?: readonly Json[];
}
