import { changeFunction, effectiveProperty } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const joinVpc: TemplateChange = {
  id: "join-vpc",
  title: "Put a function into a VPC",
  group: "security",
  kinds: ["function/vpc"],
  apply: (document) =>
    changeFunction(document, ["VpcConfig"], (_own, found) =>
      effectiveProperty(document, found, "VpcConfig") === undefined
        ? {
            SecurityGroupIds: ["sg-0123456789abcdef0"],
            SubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
          }
        : undefined,
    ),
};
