import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addSecret: TemplateChange = {
  id: "add-secret",
  title: "Add a secret with a generated value",
  group: "security",
  kinds: ["add/secret", "secret/settings"],
  apply: (document) => asUpdate(addResource(document, freeLogicalId(document, "SigningSecret"), secret)),
};

const secret = { Type: "AWS::SecretsManager::Secret", Properties: { GenerateSecretString: { PasswordLength: 48 } } };
