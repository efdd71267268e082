import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whether the stamped work was done, to its end, for the same inputs. */
export function isStamped(stamp: string, inputs: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === inputs;
}

/** Work that is cut off leaves no stamp. */
export function runAndStamp(stamp: string, inputs: string, work: () => void): void {
  rmSync(stamp, { force: true });
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
}
