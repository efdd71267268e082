import { awsService } from "../aws-service";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { rolesAnywhere } from "./passed-roles";
import { plainRule } from "./plain-rule";

const ses = awsService({
  prefix: "ses",
  documentation: (operation) => `https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_${operation}.html`,
});

/** Receiving mail is part of the older API alone, and none of its actions knows resources. */
const receiving = awsService({
  prefix: "ses",
  documentation: (operation) => `https://docs.aws.amazon.com/ses/latest/APIReference/API_${operation}.html`,
});

const identitySettings: readonly (readonly [string, string])[] = [
  ["DkimAttributes", "PutEmailIdentityDkimAttributes"],
  ["FeedbackAttributes", "PutEmailIdentityFeedbackAttributes"],
  ["MailFromAttributes", "PutEmailIdentityMailFromAttributes"],
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-emailidentity.html */
const emailIdentity: ResourceRule = plainRule({
  type: "AWS::SES::EmailIdentity",
  service: ses,
  identify: (r) => {
    const name = r.text("EmailIdentity") ?? r.name;
    const tokens = [1, 2, 3].flatMap((number) => {
      const token = r.invent(`token ${number}`, { alphabet: "lower", length: 32 });
      return [
        [`DkimDNSTokenName${number}`, `${token}._domainkey.${name}`],
        [`DkimDNSTokenValue${number}`, `${token}.dkim.amazonses.com`],
      ] as const;
    });
    return { physicalId: name, arn: r.arn("ses", `identity/${name}`), attributes: Object.fromEntries(tokens) };
  },
  create: "CreateEmailIdentity",
  settings: identityCalls,
  reads: ["GetEmailIdentity"],
  delete: "DeleteEmailIdentity",
  change: (r) => [
    ...identityCalls(r),
    ...when(
      r.changed("ConfigurationSetAttributes"),
      ses.call("PutEmailIdentityConfigurationSetAttributes", r.arnOfSelf, { cause: "ConfigurationSetAttributes" }),
    ),
    ...when(
      r.changed("DkimSigningAttributes"),
      ses.call("PutEmailIdentityDkimSigningAttributes", r.arnOfSelf, { cause: "DkimSigningAttributes" }),
    ),
  ],
});

function identityCalls(r: ResourceView): readonly CallSpec[] {
  const given = identitySettings.filter(([property]) => r.sets(property));
  return given.map(([cause, operation]) => ses.call(operation, r.arnOfSelf, { cause }));
}

const setOptions = ["Archiving", "Delivery", "Reputation", "Sending", "Suppression", "Tracking", "Vdm"];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-configurationset.html */
const configurationSet: ResourceRule = {
  ...plainRule({
    type: "AWS::SES::ConfigurationSet",
    service: ses,
    name: { property: "Name", maxLength: 64 },
    identify: (r) => ({ physicalId: r.name, arn: r.arn("ses", `configuration-set/${r.name}`), attributes: {} }),
    create: "CreateConfigurationSet",
    delete: "DeleteConfigurationSet",
  }),
  update: (r) => [
    ...setOptions
      .filter((option) => r.changed(`${option}Options`))
      .map((option) => ses.call(`PutConfigurationSet${option}Options`, r.arnOfSelf, { cause: `${option}Options` })),
    ...tagChanges(ses, r),
  ],
};

const setOf = (r: ResourceView) => r.arn("ses", `configuration-set/${r.text("ConfigurationSetName") ?? "*"}`);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-configurationseteventdestination.html */
const eventDestination = plainRule({
  type: "AWS::SES::ConfigurationSetEventDestination",
  service: ses,
  name: { property: "EventDestination.Name", maxLength: 64 },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: { Id: r.name } }),
  create: "CreateConfigurationSetEventDestination",
  update: "UpdateConfigurationSetEventDestination",
  delete: "DeleteConfigurationSetEventDestination",
  on: {
    CreateConfigurationSetEventDestination: setOf,
    UpdateConfigurationSetEventDestination: setOf,
    DeleteConfigurationSetEventDestination: setOf,
  },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptruleset.html */
const receiptRuleSet: ResourceRule = {
  type: "AWS::SES::ReceiptRuleSet",
  name: { property: "RuleSetName", maxLength: 64 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("ses", `receipt-rule-set/${r.name}`), attributes: {} }),
  create: () => [receiving.call("CreateReceiptRuleSet", "*")],
  delete: () => [receiving.call("DeleteReceiptRuleSet", "*")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptrule.html */
const receiptRule: ResourceRule = {
  type: "AWS::SES::ReceiptRule",
  name: { property: "Rule.Name", maxLength: 64 },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: { Id: r.name, RuleName: r.name } }),
  create: (r) => [
    receiving.call("CreateReceiptRule", "*", { also: rolesAnywhere(r, "ses.amazonaws.com", { keys: /^IamRoleArn$/ }) }),
  ],
  update: (r) => [
    ...when(
      r.changed("Rule"),
      receiving.call("UpdateReceiptRule", "*", {
        cause: "Rule",
        also: rolesAnywhere(r, "ses.amazonaws.com", { keys: /^IamRoleArn$/ }),
      }),
    ),
    ...when(r.changed("After"), receiving.call("SetReceiptRulePosition", "*", { cause: "After" })),
  ],
  delete: () => [receiving.call("DeleteReceiptRule", "*")],
};

export const sesRules: readonly ResourceRule[] = [
  emailIdentity,
  configurationSet,
  eventDestination,
  receiptRuleSet,
  receiptRule,
];
