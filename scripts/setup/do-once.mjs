import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withSetupLock } from "./setup-lock.mjs";

/**
 * Does `work` unless the file `stamp` says that it was done, to its end, for the same inputs (a hash). Work that is cut
 * off leaves no stamp.
 */
export async function doOnce(stamp, inputs, work) {
  if (isStamped(stamp, inputs())) return;
  await withSetupLock(".", async () => {
    const hash = inputs();
    if (isStamped(stamp, hash)) return;
    rmSync(stamp, { force: true });
    await work();
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  });
}

function isStamped(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}
