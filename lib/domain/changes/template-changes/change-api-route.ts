import { isJsonObject } from "../../json";
import { readPath, setPath } from "../edit-document";
import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeApiRoute: TemplateChange = {
  id: "change-api-route",
  title: "Move a function's route to another path",
  group: "api",
  kinds: ["event/api-route", "event/api-target", "event/settings", "event/api-request-settings"],
  apply: (document) =>
    changeFunction(document, ["Events"], (events) => {
      const routed = isPlainMap(events)
        ? Object.entries(events).find(([, event]) => typeof readPath(event, ["Properties", "Path"]) === "string")
        : undefined;
      if (!routed || !isJsonObject(events)) return undefined;
      const [name, event] = routed;
      const path = readPath(event, ["Properties", "Path"]);
      return { ...events, [name]: setPath(event, ["Properties", "Path"], `/v2${path === "/" ? "" : String(path)}`) };
    }),
};
