import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const permissions = awsService({
  prefix: "verifiedpermissions",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_${operation}.html`,
});

function storeArn(r: ResourceView, id: string): string {
  return r.arn("verifiedpermissions", `policy-store/${id}`, { region: "" });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-verifiedpermissions-policystore.html */
const policyStore = plainRule({
  type: "AWS::VerifiedPermissions::PolicyStore",
  service: permissions,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "mixed", length: 22 });
    const arn = storeArn(r, id);
    return { physicalId: id, arn, attributes: { Arn: arn, PolicyStoreId: id } };
  },
  create: "CreatePolicyStore",
  settings: (r) => when(r.has("Schema"), permissions.call("PutSchema", r.arnOfSelf, { cause: "Schema" })),
  reads: ["GetPolicyStore"],
  delete: "DeletePolicyStore",
  gone: "GetPolicyStore",
  on: { CreatePolicyStore: anything },
  change: (r) => [
    ...when(
      r.changed("DeletionProtection", "Description", "ValidationSettings"),
      permissions.call("UpdatePolicyStore", r.arnOfSelf, { cause: "Properties" }),
    ),
    ...when(r.changed("Schema"), permissions.call("PutSchema", r.arnOfSelf, { cause: "Schema" })),
  ],
});

const storeOf = (r: ResourceView) =>
  storeArn(r, r.text("PolicyStoreId") ?? r.invent("store", { alphabet: "mixed", length: 22 }));

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-verifiedpermissions-policy.html */
const policy = plainRule({
  type: "AWS::VerifiedPermissions::Policy",
  service: permissions,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "mixed", length: 22 });
    return { physicalId: `${id}|${r.text("PolicyStoreId") ?? ""}`, arn: null, attributes: { PolicyId: id } };
  },
  create: "CreatePolicy",
  reads: ["GetPolicy"],
  update: "UpdatePolicy",
  delete: "DeletePolicy",
  gone: "GetPolicy",
  on: { CreatePolicy: storeOf, GetPolicy: storeOf, UpdatePolicy: storeOf, DeletePolicy: storeOf },
});

export const verifiedPermissionRules: readonly ResourceRule[] = [policyStore, policy];
