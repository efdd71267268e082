import type { Partition } from "../stack";
import type { Template } from "../template/template";
import type { ArtifactDestination } from "./packaging/artifact-destination";

export interface ExpandOptions {
  /** Parameter values as given; those not given take their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly region: string;
  readonly partition: Partition;
  /** Twelve digits. */
  readonly account: string;
  readonly stackName: string;
  /** Seconds since 1970: what makes the deployment of an API with `AlwaysDeploy` a new one. 0 unless given. */
  readonly now?: number;
  /** Where local files are uploaded; null leaves local paths as they are. The SAM CLI's managed bucket unless given. */
  readonly artifacts?: ArtifactDestination | null;
  /** Managed policy name → ARN, beside the AWS managed policies that the transform knows by itself. */
  readonly managedPolicies?: Readonly<Record<string, string>>;
  /** Templates of nested local applications, by `Location` as written. */
  readonly nestedTemplates?: Readonly<Record<string, Template>>;
  /** Answers of the Serverless Application Repository; without it, repository applications get a placeholder URL. */
  readonly applicationRepository?: ApplicationRepository;
}

export type ApplicationRepository = (applicationId: string, semanticVersion: string) => RepositoryAnswer;

export type RepositoryAnswer =
  | { readonly kind: "template"; readonly templateUrl: string }
  | { readonly kind: "refused"; readonly reason: string };
