import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const tuneTable: TemplateChange = {
  id: "tune-table",
  title: "Turn on point-in-time recovery and expiry of a table",
  group: "data",
  kinds: ["table/pitr", "table/ttl", "table/capacity", "table/deletion-protection"],
  apply(document) {
    const found = findResource(document, "AWS::DynamoDB::Table");
    if (!found) return null;
    const recovery = { PointInTimeRecoveryEnabled: true };
    const recoverable = setProperty(document, found.logicalId, ["PointInTimeRecoverySpecification"], recovery);
    const expiry = { AttributeName: "expiresAt", Enabled: true };
    return asUpdate(setProperty(recoverable, found.logicalId, ["TimeToLiveSpecification"], expiry));
  },
};
