import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readAttemptLog } from "./read-attempt-log";

const cases = path.join(import.meta.dirname, "cases");
const names = readdirSync(cases).flatMap((file) => (file.endsWith(".log") ? [path.basename(file, ".log")] : []));

describe("readAttemptLog", () => {
  it.each(names)("reads %s", (name) => {
    const log = readFileSync(path.join(cases, `${name}.log`), "utf8");
    const expected: unknown = JSON.parse(readFileSync(path.join(cases, `${name}.json`), "utf8"));
    const { refusals, ending, times } = readAttemptLog(log);
    const told = refusals.map(({ line, action, logicalId }) => `${line} ${action} ${logicalId}`);
    expect({ refusals: told, ending, minutes: times?.minutes ?? null }).toEqual(expected);
  });

  it("says when the log begins and ends, in UTC", () => {
    const log = "2026-03-02T10:15:01.1234567Z Run\n2026-03-02T12:45:31+02:00 Done";
    expect(readAttemptLog(log).times).toEqual({
      from: "2026-03-02T10:15:01.123Z",
      to: "2026-03-02T10:45:31.000Z",
      minutes: 30.5,
    });
  });

  it("takes no duration from a log of days, of one moment or without times", () => {
    expect(readAttemptLog("2026-03-02T10:15:01Z a\n2026-03-04T10:15:01Z b").times).toBeNull();
    expect(readAttemptLog("2026-03-02T10:15:01Z a\n2026-03-02T10:15:01Z b").times).toBeNull();
    expect(readAttemptLog("").times).toBeNull();
  });
});
