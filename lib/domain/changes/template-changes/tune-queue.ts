import { findResource, setProperty } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const tuneQueue: TemplateChange = {
  id: "tune-queue",
  title: "Keep a queue's messages longer",
  group: "data",
  kinds: ["queue/timing"],
  apply(document) {
    const found = findResource(document, "AWS::SQS::Queue");
    return found ? asUpdate(setProperty(document, found.logicalId, ["MessageRetentionPeriod"], 604800)) : null;
  },
};
