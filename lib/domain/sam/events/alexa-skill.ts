import type { FunctionEventSource } from "../event-source";
import { optional, text } from "../property";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-alexaskill.html */
export const alexaSkill: FunctionEventSource = {
  type: "AlexaSkill",
  properties: { SkillId: optional(text) },
  expand(event, target) {
    const { SkillId } = event.properties;
    return [makePermission(event, target, { principal: "alexa-appkit.amazon.com", eventSourceToken: SkillId })];
  },
};
