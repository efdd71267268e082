import { z } from "zod";
import { type DeploySettings, defaultDeploySettings } from "../domain/stack";

export const deploySettingsSchema = z.strictObject({
  topology: z.enum(["caller", "execution-role"]),
  executionRoleArn: z.string().nullable(),
  ciRoleName: z.string().min(1).max(64),
  artifactBucket: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("managed") }),
    z.strictObject({ kind: z.literal("named"), name: z.string().min(1) }),
  ]),
  artifactPrefix: z.string().nullable(),
  artifactKmsKeyId: z.string().nullable(),
  imageRepository: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("managed") }),
    z.strictObject({ kind: z.literal("named"), uri: z.string().min(1) }),
  ]),
  stackTags: z.record(z.string(), z.string()),
  notificationArns: z.array(z.string()),
  capabilities: z.array(z.string()),
  account: z.strictObject({
    managedBucketExists: z.boolean(),
    companionStackExists: z.boolean(),
    serviceLinkedRolesExist: z.boolean(),
    apiGatewayCloudWatchRoleExists: z.boolean(),
    // Runs of before this was asked were made without.
    repositoriesAdmitLambda: z.boolean().default(defaultDeploySettings.account.repositoriesAdmitLambda),
  }),
}) satisfies z.ZodType<DeploySettings>;

/** As a team gives them: what is left out keeps its default. */
export const partialDeploySettingsSchema = deploySettingsSchema
  .extend({ account: deploySettingsSchema.shape.account.partial() })
  .partial();

export type PartialDeploySettings = z.infer<typeof partialDeploySettingsSchema>;
