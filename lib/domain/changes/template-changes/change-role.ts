import { isJsonArray } from "../../json";
import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const added = {
  PolicyName: "translate",
  PolicyDocument: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "translate:TranslateText", Resource: "*" }],
  },
};

export const changeRole: TemplateChange = {
  id: "change-role",
  title: "Add an inline policy to a role",
  group: "security",
  kinds: ["iam-role/inline-policies", "iam-role/trust", "iam-role/description"],
  apply(document) {
    const found = findResource(
      document,
      "AWS::IAM::Role",
      ({ properties }) => properties.Policies === undefined || isJsonArray(properties.Policies),
    );
    if (!found) return null;
    const { Policies: policies } = found.properties;
    return asUpdate(
      setProperty(document, found.logicalId, ["Policies"], [...(isJsonArray(policies) ? policies : []), added]),
    );
  },
};
