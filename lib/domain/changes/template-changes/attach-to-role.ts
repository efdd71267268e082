import { isJsonArray } from "../../json";
import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const attachToRole: TemplateChange = {
  id: "attach-to-role",
  title: "Attach an AWS managed policy to a role",
  group: "security",
  kinds: ["iam-role/managed-policies", "iam-policy/attachments"],
  apply(document) {
    const found = findResource(
      document,
      "AWS::IAM::Role",
      ({ properties }) => properties.ManagedPolicyArns === undefined || isJsonArray(properties.ManagedPolicyArns),
    );
    if (!found) return null;
    const { ManagedPolicyArns: attached } = found.properties;
    const arn = { "Fn::Sub": "arn:$" + "{AWS::Partition}:iam::aws:policy/AmazonSQSReadOnlyAccess" };
    return asUpdate(
      setProperty(document, found.logicalId, ["ManagedPolicyArns"], [...(isJsonArray(attached) ? attached : []), arn]),
    );
  },
};
