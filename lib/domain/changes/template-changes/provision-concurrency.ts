import { findResource, setProperty } from "../edit-document";
import { asUpdate, effectiveProperty, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const provisionConcurrency: TemplateChange = {
  id: "provision-concurrency",
  title: "Provision concurrency for a function, on its alias",
  group: "function",
  kinds: [],
  apply(document) {
    const found = findResource(
      document,
      functionType,
      ({ properties }) => properties.ProvisionedConcurrencyConfig === undefined,
    );
    if (!found) return null;
    const alias = effectiveProperty(document, found, "AutoPublishAlias") ?? "live";
    const aliased = setProperty(document, found.logicalId, ["AutoPublishAlias"], alias);
    const config = { ProvisionedConcurrentExecutions: 2 };
    return asUpdate(setProperty(aliased, found.logicalId, ["ProvisionedConcurrencyConfig"], config));
  },
};
