import { addResource, findResource, freeLogicalId, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const everything = {
  Effect: "Allow",
  Principal: { AWS: { "Fn::Sub": "arn:$" + "{AWS::Partition}:iam::$" + "{AWS::AccountId}:root" } },
  Action: "kms:*",
  Resource: "*",
};
const key = {
  Type: "AWS::KMS::Key",
  Properties: { EnableKeyRotation: true, KeyPolicy: { Version: "2012-10-17", Statement: [everything] } },
};

export const addKey: TemplateChange = {
  id: "add-key",
  title: "Encrypt a queue or topic with a key of one's own",
  group: "security",
  kinds: ["add/kms-key", "kms-key/key-policy", "any/encryption"],
  apply(document) {
    const encrypted = findResource(
      document,
      ["AWS::SQS::Queue", "AWS::SNS::Topic"],
      ({ properties }) => properties.KmsMasterKeyId === undefined,
    );
    const logicalId = freeLogicalId(document, "OwnKey");
    const added = addResource(document, logicalId, key);
    return asUpdate(
      encrypted ? setProperty(added, encrypted.logicalId, ["KmsMasterKeyId"], { Ref: logicalId }) : added,
    );
  },
};
