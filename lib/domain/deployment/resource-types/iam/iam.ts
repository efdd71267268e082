import type { ResourceRule } from "../../resource-rule";
import { peopleRules } from "./people-and-profiles";
import { policyRules } from "./policies";
import { role } from "./role";

export const iamRules: readonly ResourceRule[] = [role, ...policyRules, ...peopleRules];
