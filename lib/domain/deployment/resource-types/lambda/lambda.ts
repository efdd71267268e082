import type { ResourceRule } from "../../resource-rule";
import { functionRule } from "./function";
import { capacityProvider, codeSigningConfig, layerVersion, layerVersionPermission } from "./layers-and-signing";
import { eventInvokeConfig, eventSourceMapping, permission, url } from "./triggers";
import { alias, version } from "./version-and-alias";

export const lambdaRules: readonly ResourceRule[] = [
  functionRule,
  version,
  alias,
  permission,
  eventSourceMapping,
  eventInvokeConfig,
  url,
  layerVersion,
  layerVersionPermission,
  codeSigningConfig,
  capacityProvider,
];
