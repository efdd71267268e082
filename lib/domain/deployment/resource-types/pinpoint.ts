import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { plainRule } from "./plain-rule";

const pinpoint = awsService({
  prefix: "mobiletargeting",
  documentation: () => "https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-actions.html",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pinpoint-app.html */
const app: ResourceRule = {
  ...plainRule({
    type: "AWS::Pinpoint::App",
    service: pinpoint,
    identify: (r) => {
      const id = r.invent("id", { alphabet: "hex", length: 32 });
      const arn = r.arn("mobiletargeting", `apps/${id}`);
      return { physicalId: id, arn, attributes: { Arn: arn, Id: id } };
    },
    create: "CreateApp",
    delete: "DeleteApp",
    on: { CreateApp: (r) => r.arn("mobiletargeting", "apps/*") },
  }),
  // Everything but its tags replaces an app.
  update: (r) => tagChanges(pinpoint, r),
};

/** A channel belongs to its app from the start; it is switched on and off. */
const smsChannel: ResourceRule = {
  type: "AWS::Pinpoint::SMSChannel",
  identify: (r) => ({
    physicalId: `${applicationId(r)}|SMS`,
    arn: r.arn("mobiletargeting", `apps/${applicationId(r)}/channels/sms`),
    attributes: { Id: "sms" },
  }),
  create: (r) => [pinpoint.call("UpdateSmsChannel", r.arnOfSelf)],
  update: (r) => [pinpoint.call("UpdateSmsChannel", r.arnOfSelf, { cause: "Properties" })],
  delete: (r) => [pinpoint.call("DeleteSmsChannel", r.arnOfSelf)],
};

function applicationId(r: ResourceView): string {
  return r.text("ApplicationId") ?? r.invent("app", { alphabet: "hex", length: 32 });
}

export const pinpointRules: readonly ResourceRule[] = [app, smsChannel];
