import type { ResourceRule } from "../../resource-rule";
import { databaseRules } from "./databases";
import { docDbRules } from "./docdb";
import { groupAndProxyRules } from "./groups-and-proxies";
import { neptuneRules } from "./neptune";

export const rdsRules: readonly ResourceRule[] = [
  ...databaseRules,
  ...groupAndProxyRules,
  ...docDbRules,
  ...neptuneRules,
];
