import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addManagedPolicy: TemplateChange = {
  id: "add-managed-policy",
  title: "Add a customer managed policy",
  group: "security",
  kinds: ["add/iam-policy", "iam-policy/statements"],
  apply: (document) => asUpdate(addResource(document, freeLogicalId(document, "ReadReports"), policy)),
};

const policy = {
  Type: "AWS::IAM::ManagedPolicy",
  Properties: {
    PolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::company-reports/*" }],
    },
  },
};
