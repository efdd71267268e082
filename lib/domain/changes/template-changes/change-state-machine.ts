import { findResource, readPath, setProperty } from "../edit-document";
import { asUpdate, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeStateMachine: TemplateChange = {
  id: "change-state-machine",
  title: "Add a step to a state machine",
  group: "structure",
  kinds: ["state-machine/definition"],
  apply(document) {
    const found = findResource(document, "AWS::Serverless::StateMachine", ({ properties }) =>
      isPlainMap(readPath(properties, ["Definition", "States"])),
    );
    if (!found) return null;
    return asUpdate(
      setProperty(document, found.logicalId, ["Definition", "States", "Reconsider"], {
        Type: "Wait",
        Seconds: 60,
        End: true,
      }),
    );
  },
};
