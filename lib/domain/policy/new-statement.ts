import type { NeedGroup } from "./needed-grants";
import type { Statement } from "./policy-document";
import { oneOrList } from "./text-list";

/** The Allow that grants a group of needs and nothing else. */
export function newStatement({ actions, resources, condition }: NeedGroup): Statement {
  return {
    Effect: "Allow",
    Action: oneOrList(actions),
    Resource: oneOrList(resources),
    ...(condition === null ? {} : { Condition: condition }),
  };
}
