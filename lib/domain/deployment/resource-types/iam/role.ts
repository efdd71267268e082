import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { tagAfterCreate, tagChanges } from "../../tag-calls";
import { boundaryContext, iam, iamArn } from "./iam-service";
import { addPolicies, changePolicies, removePolicies } from "./inline-and-attached";

const tagNames = { tag: "TagRole", untag: "UntagRole" };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const role: ResourceRule = {
  type: "AWS::IAM::Role",
  name: { property: "RoleName", maxLength: 64 },
  identify: (r) => {
    const arn = iamArn(r, "role", r.name);
    return {
      physicalId: r.name,
      arn,
      attributes: { Arn: arn, RoleId: `AROA${r.invent("id", { alphabet: "upper", length: 17 })}` },
    };
  },
  create: (r) => [
    iam.call("CreateRole", r.arnOfSelf, { context: boundaryContext(r) }),
    // Tags come in a call of their own, so that a condition on aws:RequestTag never holds for CreateRole.
    ...tagAfterCreate(iam, r, tagNames),
    ...addPolicies(r, "Role"),
    // CloudFormation waits until the role can be read.
    iam.call("GetRole", r.arnOfSelf),
  ],
  update: (r) => [
    ...descriptionUpdate(r),
    ...trustUpdate(r),
    ...boundaryUpdate(r),
    ...changePolicies(r, "Role"),
    ...tagChanges(iam, r, tagNames),
  ],
  delete: (r) => [...removePolicies(r, "Role"), iam.call("DeleteRole", r.arnOfSelf, { context: boundaryContext(r) })],
};

function descriptionUpdate(r: ResourceUpdate): readonly CallSpec[] {
  return [
    ...when(r.changed("Description"), iam.call("UpdateRoleDescription", r.arnOfSelf, { cause: "Description" })),
    ...when(r.changed("MaxSessionDuration"), iam.call("UpdateRole", r.arnOfSelf, { cause: "MaxSessionDuration" })),
  ];
}

function trustUpdate(r: ResourceUpdate): readonly CallSpec[] {
  return when(
    r.changed("AssumeRolePolicyDocument"),
    iam.call("UpdateAssumeRolePolicy", r.arnOfSelf, { cause: "AssumeRolePolicyDocument", context: boundaryContext(r) }),
  );
}

function boundaryUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const options = (view: ResourceView) => ({ cause: "PermissionsBoundary", context: boundaryContext(view) });
  return [
    ...when(r.sets("PermissionsBoundary"), iam.call("PutRolePermissionsBoundary", r.arnOfSelf, options(r))),
    ...when(
      r.removed("PermissionsBoundary"),
      iam.call("DeleteRolePermissionsBoundary", r.arnOfSelf, options(r.before)),
    ),
  ];
}
