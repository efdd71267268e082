import type { Json, JsonObject } from "../json";

/** A template at one target: conditions decided, parameters and mappings filled in, references to resources left. */
export interface ResolvedTemplate {
  readonly parameters: Readonly<Record<string, ResolvedParameter>>;
  readonly conditions: Readonly<Record<string, boolean>>;
  /** Those that exist under the conditions, in the template's order. */
  readonly resources: readonly ResolvedResource[];
  /** Logical ids whose condition is false. */
  readonly absent: readonly string[];
  readonly outputs: readonly ResolvedOutput[];
}

export interface ResolvedParameter {
  readonly type: string;
  /** What `Ref` returns: text, a number, or a list. */
  readonly value: Json;
  /** `assumed`: neither given nor defaulted, or read from SSM only at deployment. */
  readonly origin: "given" | "default" | "assumed";
  /** For `AWS::SSM::Parameter::Value<…>`: the name that CloudFormation reads at deployment. */
  readonly ssmParameterName: string | null;
}

export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject;
  /** `DependsOn` as written, without absent resources. */
  readonly dependsOn: readonly string[];
  /** Resources that it refers to by `Ref`, `Fn::GetAtt` or `Fn::Sub`. */
  readonly refersTo: readonly string[];
  /** `Fn::GetAZs` was evaluated for it. */
  readonly asksForZones: boolean;
  readonly condition: string | null;
  readonly deletionPolicy: string | null;
  readonly updateReplacePolicy: string | null;
  readonly creationPolicy: Json | null;
  readonly updatePolicy: Json | null;
}

export interface ResolvedOutput {
  readonly name: string;
  readonly value: Json;
  readonly exportName: Json | null;
}
