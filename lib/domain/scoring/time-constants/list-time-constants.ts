import { attemptTimes } from "./attempt-times";
import { preparationTimes } from "./preparation-times";
import { repairTimes } from "./repair-times";
import { slowResources } from "./slow-resources";
import type { TimeConstant } from "./time-constant";

export interface TimeConstantGroup {
  readonly title: string;
  readonly constants: readonly TimeConstant[];
}

/** The whole table, in the order in which the minutes pass. */
export const timeConstantGroups: readonly TimeConstantGroup[] = [
  { title: "Getting an Access Analyzer policy", constants: preparationTimes["access-analyzer"] },
  { title: "Getting a model's policy", constants: preparationTimes.llm },
  { title: "Getting a boundary", constants: preparationTimes.boundary },
  { title: "Getting a reference", constants: [...preparationTimes.administrator, ...preparationTimes.registry] },
  { title: "Each attempt", constants: Object.values(attemptTimes) },
  { title: "Waves with slow resources", constants: slowResources.map(({ wave }) => wave) },
  { title: "After a failed attempt", constants: Object.values(repairTimes) },
];
