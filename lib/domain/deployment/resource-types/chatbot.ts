import { awsService } from "../aws-service";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const chatbot = awsService({
  prefix: "chatbot",
  documentation: (operation) => `https://docs.aws.amazon.com/chatbot/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-chatbot-slackchannelconfiguration.html */
const slackChannel = plainRule({
  type: "AWS::Chatbot::SlackChannelConfiguration",
  service: chatbot,
  name: { property: "ConfigurationName", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("chatbot", `chat-configuration/slack-channel/${r.name}`, { region: "" });
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: "CreateSlackChannelConfiguration",
  update: "UpdateSlackChannelConfiguration",
  delete: "DeleteSlackChannelConfiguration",
  on: { CreateSlackChannelConfiguration: anything },
  checks: (r) => passedRoles(r, "chatbot.amazonaws.com", "IamRoleArn"),
  checksOnce: linkedRole,
});

function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "management.chatbot.amazonaws.com",
    role: "AWSServiceRoleForAWSChatbot",
    through: "chatbot.amazonaws.com",
    source: "https://docs.aws.amazon.com/chatbot/latest/adminguide/using-service-linked-roles.html",
  });
}

export const chatbotRules: readonly ResourceRule[] = [slackChannel];
