import { passRole, tagContext } from "../../common-checks";
import type { ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { boundaryContext, entityArn, iam, iamArn } from "./iam-service";
import { addPolicies, changePolicies, removePolicies } from "./inline-and-attached";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html */
const instanceProfile: ResourceRule = {
  type: "AWS::IAM::InstanceProfile",
  name: { property: "InstanceProfileName", maxLength: 128 },
  identify: (r) => {
    const arn = iamArn(r, "instance-profile", r.name);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    iam.call("CreateInstanceProfile", r.arnOfSelf),
    ...r.texts("Roles").map((name) =>
      iam.call("AddRoleToInstanceProfile", r.arnOfSelf, {
        cause: "Roles",
        also: [passRole(entityArn(r, "role", name), "ec2.amazonaws.com", "Roles")],
      }),
    ),
    iam.call("GetInstanceProfile", r.arnOfSelf),
  ],
  update: (r) => [
    ...r.before.texts("Roles").map(() => iam.call("RemoveRoleFromInstanceProfile", r.arnOfSelf, { cause: "Roles" })),
    ...r.texts("Roles").map((name) =>
      iam.call("AddRoleToInstanceProfile", r.arnOfSelf, {
        cause: "Roles",
        also: [passRole(entityArn(r, "role", name), "ec2.amazonaws.com", "Roles")],
      }),
    ),
  ],
  delete: (r) => [
    ...r.texts("Roles").map(() => iam.call("RemoveRoleFromInstanceProfile", r.arnOfSelf, { cause: "Roles" })),
    iam.call("DeleteInstanceProfile", r.arnOfSelf),
  ],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html */
const user: ResourceRule = {
  type: "AWS::IAM::User",
  name: { property: "UserName", maxLength: 64 },
  identify: (r) => {
    const arn = iamArn(r, "user", r.name);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    iam.call("CreateUser", r.arnOfSelf, {
      context: { ...tagContext(r), ...boundaryContext(r) },
      also: when(r.tagged, iam.check("TagUser", r.arnOfSelf, { cause: "Tags", context: tagContext(r) })),
    }),
    ...addPolicies(r, "User"),
    ...r.texts("Groups").map((name) => iam.call("AddUserToGroup", entityArn(r, "group", name), { cause: "Groups" })),
    ...when(r.has("LoginProfile"), iam.call("CreateLoginProfile", r.arnOfSelf, { cause: "LoginProfile" })),
    iam.call("GetUser", r.arnOfSelf),
  ],
  update: (r) => [
    ...changePolicies(r, "User"),
    ...when(r.changed("Path", "UserName"), iam.call("UpdateUser", r.arnOfSelf, { cause: "Path" })),
    ...when(r.changed("Tags") && r.tagged, iam.call("TagUser", r.arnOfSelf, { cause: "Tags", context: tagContext(r) })),
  ],
  delete: (r) => [
    ...removePolicies(r, "User"),
    ...r
      .texts("Groups")
      .map((name) => iam.call("RemoveUserFromGroup", entityArn(r, "group", name), { cause: "Groups" })),
    ...when(r.has("LoginProfile"), iam.call("DeleteLoginProfile", r.arnOfSelf, { cause: "LoginProfile" })),
    // Keys that were made outside the stack would keep the user from being deleted.
    iam.call("ListAccessKeys", r.arnOfSelf),
    iam.call("DeleteUser", r.arnOfSelf, { context: boundaryContext(r) }),
  ],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-group.html */
const group: ResourceRule = {
  type: "AWS::IAM::Group",
  name: { property: "GroupName", maxLength: 128 },
  identify: (r) => {
    const arn = iamArn(r, "group", r.name);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [iam.call("CreateGroup", r.arnOfSelf), ...addPolicies(r, "Group"), iam.call("GetGroup", r.arnOfSelf)],
  update: (r) => changePolicies(r, "Group"),
  delete: (r) => [...removePolicies(r, "Group"), iam.call("DeleteGroup", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html */
const accessKey: ResourceRule = {
  type: "AWS::IAM::AccessKey",
  identify: (r) => ({
    physicalId: `AKIA${r.invent("id", { alphabet: "upper", length: 16 })}`,
    arn: null,
    attributes: { SecretAccessKey: r.invent("secret", { alphabet: "mixed", length: 40 }) },
  }),
  create: (r) => [iam.call("CreateAccessKey", userOf(r), { cause: "UserName" })],
  update: (r) => [iam.call("UpdateAccessKey", userOf(r), { cause: "Status" })],
  delete: (r) => [iam.call("DeleteAccessKey", userOf(r), { cause: "UserName" })],
};

function userOf(r: ResourceView): string {
  return entityArn(r, "user", r.text("UserName") ?? r.invent("user", { alphabet: "lower", length: 12 }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-servicelinkedrole.html */
const serviceLinkedRole: ResourceRule = {
  type: "AWS::IAM::ServiceLinkedRole",
  identify: (r) => {
    const service = r.text("AWSServiceName") ?? "";
    const name = `AWSServiceRoleFor${r.invent("name", { alphabet: "mixed", length: 12 })}`;
    return {
      physicalId: name,
      arn: r.arn("iam", `role/aws-service-role/${service}/${name}`, { region: "" }),
      attributes: { RoleName: name },
    };
  },
  create: (r) => [
    iam.call("CreateServiceLinkedRole", r.arnOfSelf, { context: { "iam:AWSServiceName": r.texts("AWSServiceName") } }),
    iam.call("GetRole", r.arnOfSelf),
  ],
  update: (r) => [iam.call("UpdateRole", r.arnOfSelf, { cause: "Description" })],
  delete: (r) => [
    iam.call("DeleteServiceLinkedRole", r.arnOfSelf),
    iam.call("GetServiceLinkedRoleDeletionStatus", r.arnOfSelf),
  ],
};

export const peopleRules: readonly ResourceRule[] = [instanceProfile, user, group, accessKey, serviceLinkedRole];
