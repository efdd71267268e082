import { mkdirSync, writeFileSync } from "node:fs";
import { makeActionCatalogue } from "./data/make-action-catalogue";
import { makeManagedPolicies } from "./data/make-managed-policies";
import { makeResourceSpec } from "./data/make-resource-spec";

/** Writes the tables that `lib/data` loads, from the packages that carry AWS's published facts. */
const folder = "lib/generated/data";
const tables = {
  "action-catalogue.json": makeActionCatalogue,
  "managed-policies.json": makeManagedPolicies,
  "resource-spec.json": makeResourceSpec,
};

mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(tables)) writeFileSync(`${folder}/${name}`, JSON.stringify(make()));
