import type { TemplateChange } from "./template-change";
import { addEnvironmentVariable } from "./template-changes/add-environment-variable";
import { changeMemory } from "./template-changes/change-memory";
import { secondStack } from "./template-changes/second-stack";

/** The catalogue, in the order in which it is shown: what teams do most often first within each group. */
export const templateChanges: readonly TemplateChange[] = [addEnvironmentVariable, changeMemory, secondStack];
