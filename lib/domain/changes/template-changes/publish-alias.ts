import { findResource, setProperty } from "../edit-document";
import { asUpdate, effectiveProperty, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const publishAlias: TemplateChange = {
  id: "publish-alias",
  title: "Publish an alias and deploy gradually",
  group: "function",
  kinds: ["function/alias-deployment"],
  apply(document) {
    const found = findResource(
      document,
      functionType,
      (candidate) => effectiveProperty(document, candidate, "DeploymentPreference") === undefined,
    );
    if (!found) return null;
    const alias = effectiveProperty(document, found, "AutoPublishAlias") ?? "live";
    const aliased = setProperty(document, found.logicalId, ["AutoPublishAlias"], alias);
    return asUpdate(
      setProperty(aliased, found.logicalId, ["DeploymentPreference"], { Type: "Canary10Percent5Minutes" }),
    );
  },
};
