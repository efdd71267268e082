import { findResource, listResources, setPath } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeDependsOn: TemplateChange = {
  id: "change-depends-on",
  title: "Let a function wait for a log group",
  group: "structure",
  kinds: ["attr/depends-on"],
  apply(document) {
    const waiting = findResource(document, functionType, ({ resource }) => resource.DependsOn === undefined);
    if (!waiting) return null;
    const free = listResources(document).find(
      ({ type, resource }) => type === "AWS::Logs::LogGroup" && !JSON.stringify(resource).includes(waiting.logicalId),
    );
    return free ? asUpdate(setPath(document, ["Resources", waiting.logicalId, "DependsOn"], free.logicalId)) : null;
  },
};
