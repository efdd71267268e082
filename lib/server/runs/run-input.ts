import { defaultDeploySettings } from "../../domain/stack";
import { exampleAccount } from "../../schemas/deploy-target";
import type { NewRun } from "../../schemas/new-run";
import type { RunInput } from "../../schemas/run";

/** What a run is given, with every default filled in, as it is stored. */
export function completeInput(request: NewRun): RunInput {
  const { templateText, stackName, region, account, parameters, settings, nestedTemplates, timeModel } = request;
  return {
    templateText,
    fileName: request.fileName || null,
    stackName,
    region,
    account: account ?? exampleAccount,
    accountGiven: typeof account === "string",
    parameters,
    settings: {
      ...defaultDeploySettings,
      notificationArns: [],
      capabilities: [...defaultDeploySettings.capabilities],
      ...settings,
      account: { ...defaultDeploySettings.account, ...settings.account },
    },
    currentPolicy: request.currentPolicy?.trim() ? request.currentPolicy : null,
    llmReply: request.llmReply?.trim() ? request.llmReply : null,
    nestedTemplates,
    timeModel,
    // Those of the team are taken when the run is stored.
    teamTimes: {},
  };
}
