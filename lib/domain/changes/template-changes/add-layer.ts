import { isJsonArray } from "../../json";
import { addResource, findResource, freeLogicalId, setProperty } from "../edit-document";
import { asUpdate, effectiveProperty, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addLayer: TemplateChange = {
  id: "add-layer",
  title: "Move shared code into a layer",
  group: "structure",
  kinds: ["add/layer", "function/layers", "layer/code-path"],
  apply(document) {
    const user = findResource(
      document,
      functionType,
      ({ properties }) => properties.PackageType !== "Image" && properties.ImageUri === undefined,
    );
    if (!user) return null;
    const layer = freeLogicalId(document, "CommonCode");
    const added = addResource(document, layer, {
      Type: "AWS::Serverless::LayerVersion",
      Properties: { ContentUri: "layers/common/" },
    });
    const layers = effectiveProperty(document, user, "Layers");
    return asUpdate(
      setProperty(added, user.logicalId, ["Layers"], [...(isJsonArray(layers) ? layers : []), { Ref: layer }]),
    );
  },
};
