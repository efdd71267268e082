import type { ResourceRule } from "../resource-rule";
import { sqsRules } from "./sqs";

/** Every rule, in the order of the services' weight in real stacks. A new file is registered here. */
export const allRules: readonly ResourceRule[] = [...sqsRules];
