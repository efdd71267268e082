import { findResource, readPath, sectionOf, setPath, setProperty } from "../edit-document";
import { asUpdate, hasImplicitApi } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeApiStage: TemplateChange = {
  id: "change-api-stage",
  title: "Trace the REST API and throttle its stage",
  group: "api",
  kinds: ["rest-api/stage-settings", "rest-api/tracing"],
  apply(document) {
    const settings = [{ ResourcePath: "/*", HttpMethod: "*", ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }];
    const api = findResource(document, "AWS::Serverless::Api");
    if (api) {
      const traced = setProperty(document, api.logicalId, ["TracingEnabled"], api.properties.TracingEnabled !== true);
      return asUpdate(setProperty(traced, api.logicalId, ["MethodSettings"], settings));
    }
    if (!hasImplicitApi(document, "Api")) return null;
    const isTraced = readPath(sectionOf(document, "Globals"), ["Api", "TracingEnabled"]) === true;
    const traced = setPath(document, ["Globals", "Api", "TracingEnabled"], !isTraced);
    return asUpdate(setPath(traced, ["Globals", "Api", "MethodSettings"], settings));
  },
};
