import { z } from "zod";
import { partialDeploySettingsSchema } from "@/lib/schemas/deploy-settings";
import { type GivenInput, givenInputSchema } from "@/lib/schemas/given-input";
import type { NewRunRequest } from "@/lib/schemas/new-run";
import type { Sample } from "@/lib/schemas/sample";
import type { InspectTemplateRequest } from "@/lib/schemas/template-inspection";
import { ownTimesSchema } from "@/lib/schemas/time-model";

/** Everything that the start page holds, as typed. Empty text where nothing was given. */
export const draftSchema = z.object({
  templateText: z.string(),
  fileName: z.string().nullable(),
  /** `null` until the user says one: the inspection's suggestion stands in. */
  stackName: z.string().nullable(),
  region: z.string(),
  account: z.string(),
  parameters: z.record(z.string(), z.string()),
  settings: partialDeploySettingsSchema,
  currentPolicy: z.string(),
  llmReply: z.string(),
  nestedTemplates: z.record(z.string(), z.string()),
  nextVersions: z.array(z.object({ name: z.string(), templateText: z.string() })).default([]),
  /** Of an earlier run, to be replayed with the new run's roles. */
  histories: givenInputSchema.shape.histories.default([]),
  /** Own figures for constants of the time model. */
  timeModel: ownTimesSchema.default({}),
});

export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = {
  templateText: "",
  fileName: null,
  stackName: null,
  region: "us-east-1",
  account: "",
  parameters: {},
  settings: {},
  currentPolicy: "",
  llmReply: "",
  nestedTemplates: {},
  nextVersions: [],
  histories: [],
  timeModel: {},
};

/** A sample opens with the settings of its recorded answer. */
export function draftOfSample({ templateText, fileName, stackName, region, account }: Sample): Draft {
  return { ...emptyDraft, templateText, fileName, stackName, region, account };
}

/**
 * All that a run was given as a draft, to run it again with a change. The team's figures of time stay behind, since those of
 * today count in a new run.
 */
export function draftOfRun({ input, nextVersions, histories }: GivenInput): Draft {
  const { accountGiven, account, currentPolicy, llmReply, teamTimes: _, ...others } = input;
  return {
    ...others,
    account: accountGiven ? account : "",
    currentPolicy: currentPolicy ?? "",
    llmReply: llmReply ?? "",
    nextVersions,
    histories,
  };
}

/** What is asked about the draft's template; the text may lag behind while it is typed. */
export function inspectionOf({ fileName }: Draft, text: string): InspectTemplateRequest {
  return fileName === null ? { text } : { text, fileName };
}

/** The request that a draft stands for; fields left empty are left out. */
export function requestOf(draft: Draft, suggestedStackName: string): NewRunRequest {
  const given = Object.entries(draft.parameters).filter(([, value]) => value !== "");
  return {
    templateText: draft.templateText,
    fileName: draft.fileName,
    stackName: draft.stackName ?? suggestedStackName,
    region: draft.region,
    account: draft.account.trim() || null,
    parameters: Object.fromEntries(given),
    settings: draft.settings,
    currentPolicy: draft.currentPolicy.trim() || null,
    llmReply: draft.llmReply.trim() || null,
    nestedTemplates: draft.nestedTemplates,
    nextVersions: draft.nextVersions,
    histories: draft.histories.map(({ id }) => id),
    timeModel: draft.timeModel,
  };
}
