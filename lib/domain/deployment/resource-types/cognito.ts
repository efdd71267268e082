import { awsService } from "../aws-service";
import { passRole, roleArnIn, tagContext } from "../common-checks";
import { readText } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagAfterCreate, tagChanges, tagOnCreate } from "../tag-calls";

const userPools = awsService({
  prefix: "cognito-idp",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${operation}.html`,
});

const identityPools = awsService({
  prefix: "cognito-identity",
  documentation: (operation) => `https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html */
const userPool: ResourceRule = {
  type: "AWS::Cognito::UserPool",
  identify: (r) => {
    const id = `${r.target.region}_${r.invent("id", { alphabet: "mixed", length: 9 })}`;
    const arn = r.arn("cognito-idp", `userpool/${id}`);
    const provider = `cognito-idp.${r.target.region}.amazonaws.com/${id}`;
    return {
      physicalId: id,
      arn,
      attributes: { Arn: arn, ProviderName: provider, ProviderURL: `https://${provider}`, UserPoolId: id },
    };
  },
  create: (r) => [
    userPools.call("CreateUserPool", "*", { also: poolChecks(r) }),
    ...when(setsMfa(r), mfaCall(r)),
    // The stack's and the pool's tags come in a call of their own. It is authorised on any pool: seen in September 2026,
    // https://github.com/LynxPardelle/zoolandingpage-aws-infra/blob/main/docs/thn-test-recovery-permissions.md
    ...tagAfterCreate(userPools, r, { on: r.arn("cognito-idp", "userpool/*") }),
  ],
  read: (r) => [userPools.call("DescribeUserPool", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    ...when(r.changed("Schema"), userPools.call("AddCustomAttributes", r.arnOfSelf, { cause: "Schema" })),
    ...when(
      poolChanged(r),
      userPools.call("DescribeUserPool", r.arnOfSelf, { cause: "Properties" }),
      userPools.call("UpdateUserPool", r.arnOfSelf, { cause: "Properties", also: poolChecks(r) }),
    ),
    ...when(r.changed("MfaConfiguration", "EnabledMfas"), mfaCall(r)),
    ...tagChanges(userPools, r),
  ],
  delete: (r) => [userPools.call("DeleteUserPool", r.arnOfSelf)],
};

function setsMfa(r: ResourceView): boolean {
  const mfa = r.text("MfaConfiguration");
  return r.has("EnabledMfas") || (mfa !== undefined && mfa !== "OFF");
}

function mfaCall(r: ResourceView): CallSpec {
  return userPools.call("SetUserPoolMfaConfig", r.arnOfSelf, { cause: "MfaConfiguration" });
}

function poolChanged(r: ResourceUpdate): boolean {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  const apart = ["Schema", "UserPoolTags", "MfaConfiguration", "EnabledMfas"];
  return properties.some((property) => !apart.includes(property) && r.changed(property));
}

/** A role for text messages is passed; mail through SES takes a service-linked role. */
function poolChecks(r: ResourceView): readonly CheckSpec[] {
  const service = "email.cognito-idp.amazonaws.com";
  const ownMail = r.text("EmailConfiguration.EmailSendingAccount") === "DEVELOPER";
  return [
    ...when(
      r.has("SmsConfiguration.SnsCallerArn"),
      passRole(roleArnIn(r, "SmsConfiguration.SnsCallerArn"), "cognito-idp.amazonaws.com", "SmsConfiguration"),
    ),
    ...when(ownMail && !r.settings.account.serviceLinkedRolesExist, {
      action: "iam:CreateServiceLinkedRole",
      resources: [
        r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForAmazonCognitoIdpEmailService`, { region: "" }),
      ],
      context: { "iam:AWSServiceName": [service] },
      cause: "EmailConfiguration",
      source: "https://docs.aws.amazon.com/cognito/latest/developerguide/using-service-linked-roles.html",
      through: ["cognito-idp.amazonaws.com"],
    }),
  ];
}

/** Things inside a user pool; every call is checked on the pool. */
const inPool: readonly ResourceRule[] = [
  {
    type: "UserPoolClient",
    create: "CreateUserPoolClient",
    update: "UpdateUserPoolClient",
    remove: "DeleteUserPoolClient",
  },
  {
    type: "UserPoolResourceServer",
    create: "CreateResourceServer",
    update: "UpdateResourceServer",
    remove: "DeleteResourceServer",
  },
  {
    type: "UserPoolIdentityProvider",
    create: "CreateIdentityProvider",
    update: "UpdateIdentityProvider",
    remove: "DeleteIdentityProvider",
  },
  { type: "UserPoolUser", create: "AdminCreateUser", update: null, remove: "AdminDeleteUser" },
  { type: "UserPoolGroup", create: "CreateGroup", update: "UpdateGroup", remove: "DeleteGroup" },
].map(
  ({ type, create, update, remove }): ResourceRule => ({
    type: `AWS::Cognito::${type}`,
    identify: (r) => identifyInPool(r, type),
    create: (r) => [userPools.call(create, poolArn(r), { also: groupRole(r) })],
    ...(update === null
      ? {}
      : {
          update: (r: ResourceUpdate) => [
            userPools.call(update, poolArn(r), { cause: "Properties", also: groupRole(r) }),
          ],
        }),
    delete: (r) => [userPools.call(remove, poolArn(r))],
  }),
);

function identifyInPool(r: ResourceView, type: string) {
  const drawn = r.invent("id", { alphabet: "lower", length: 26 });
  const given = r.text("GroupName") ?? r.text("Username") ?? r.text("Identifier") ?? r.text("ProviderName");
  const id = type === "UserPoolClient" ? drawn : (given ?? drawn);
  const attributes = {
    ClientId: id,
    ClientSecret: r.invent("secret", { alphabet: "lower", length: 51 }),
    Name: r.text("ClientName") ?? id,
  };
  return { physicalId: id, arn: null, attributes };
}

/** A group's role is passed to Cognito. */
function groupRole(r: ResourceView): readonly CheckSpec[] {
  const isGroup = r.type === "AWS::Cognito::UserPoolGroup";
  return when(isGroup && r.has("RoleArn"), passRole(roleArnIn(r, "RoleArn"), "cognito-idp.amazonaws.com", "RoleArn"));
}

function poolArn(r: ResourceView): string {
  const id = r.text("UserPoolId") ?? `${r.target.region}_${r.invent("pool", { alphabet: "mixed", length: 9 })}`;
  return r.arn("cognito-idp", `userpool/${id}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html */
const userPoolDomain: ResourceRule = {
  type: "AWS::Cognito::UserPoolDomain",
  identify: (r) => {
    const domain = r.text("Domain") ?? r.invent("domain", { alphabet: "lower", length: 12 });
    const distribution = `${r.invent("distribution", { alphabet: "lower", length: 14 })}.cloudfront.net`;
    return { physicalId: domain, arn: null, attributes: { CloudFrontDistribution: distribution } };
  },
  create: (r) => [
    userPools.call("CreateUserPoolDomain", poolArn(r), { also: distributionCheck(r) }),
    userPools.call("DescribeUserPoolDomain", "*"),
  ],
  update: (r) => [
    userPools.call("UpdateUserPoolDomain", poolArn(r), { cause: "Properties", also: distributionCheck(r) }),
  ],
  delete: (r) => [userPools.call("DeleteUserPoolDomain", poolArn(r)), userPools.call("DescribeUserPoolDomain", "*")],
};

/** A domain of one's own is served by a distribution that Cognito sets up. */
function distributionCheck(r: ResourceView): readonly CheckSpec[] {
  return when(r.has("CustomDomainConfig"), {
    action: "cloudfront:UpdateDistribution",
    resources: [
      r.arn("cloudfront", `distribution/${r.invent("distribution id", { alphabet: "upper", length: 14 })}`, {
        region: "",
      }),
    ],
    context: {},
    cause: "CustomDomainConfig",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html",
    through: ["cognito-idp.amazonaws.com"],
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html */
const identityPool: ResourceRule = {
  type: "AWS::Cognito::IdentityPool",
  identify: (r) => {
    const id = `${r.target.region}:${r.invent("id", { alphabet: "uuid" })}`;
    return {
      physicalId: id,
      arn: r.arn("cognito-identity", `identitypool/${id}`),
      attributes: { Name: r.text("IdentityPoolName") ?? r.logicalId },
    };
  },
  create: (r) => [
    identityPools.call("CreateIdentityPool", "*", { context: tagContext(r), also: tagOnCreate(identityPools, r) }),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      identityPools.call("DescribeIdentityPool", r.arnOfSelf, { cause: "Properties" }),
      identityPools.call("UpdateIdentityPool", r.arnOfSelf, { cause: "Properties" }),
    ),
    ...tagChanges(identityPools, r),
  ],
  delete: (r) => [identityPools.call("DeleteIdentityPool", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html */
const roleAttachment: ResourceRule = {
  type: "AWS::Cognito::IdentityPoolRoleAttachment",
  identify: (r) => {
    const id = r.text("IdentityPoolId") ?? r.invent("pool", { alphabet: "uuid" });
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => [setRoles(r)],
  update: (r) => [setRoles(r)],
  delete: () => [identityPools.call("SetIdentityPoolRoles", "*")],
};

/** https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html#role-trust-and-permissions */
function setRoles(r: ResourceView): CallSpec {
  const roles = ["authenticated", "unauthenticated"].flatMap((kind) => readText(r.get(`Roles.${kind}`)) ?? []);
  return identityPools.call("SetIdentityPoolRoles", "*", {
    cause: "Roles",
    also: roles
      .filter((arn) => arn.startsWith("arn:"))
      .map((arn) => passRole(arn, "cognito-identity.amazonaws.com", "Roles")),
  });
}

export const cognitoRules: readonly ResourceRule[] = [
  userPool,
  ...inPool,
  userPoolDomain,
  identityPool,
  roleAttachment,
];
