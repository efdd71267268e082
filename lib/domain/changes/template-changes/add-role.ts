import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addRole: TemplateChange = {
  id: "add-role",
  title: "Add a role of one's own",
  group: "security",
  kinds: ["add/iam-role", "function/role-ref"],
  apply: (document) => asUpdate(addResource(document, freeLogicalId(document, "ReportingRole"), role)),
};

const role = {
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    Policies: [
      {
        PolicyName: "read-reports",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::company-reports/*" }],
        },
      },
    ],
  },
};
