import { expect, test } from "vitest";
import { readTimes, writeTimes } from "./read-times";

test("fields are read with point or comma, and empty ones are no figures", () => {
  expect(readTimes({ wave: " 2.5 ", job: "1,5", rollback: "", "read-refusal": "0" })).toEqual({
    times: { wave: 2.5, job: 1.5, "read-refusal": 0 },
    problems: {},
  });
});

test("what cannot count is told at its field, and then nothing is read", () => {
  const { times, problems } = readTimes({ wave: "two", job: "-1", rollback: "5000", prompts: "1" });
  expect(times).toBeNull();
  expect(problems).toEqual({
    wave: "Write minutes as a number, such as 2.5.",
    job: "Minutes cannot be negative.",
    rollback: "A day has 1440 minutes; give fewer.",
  });
});

test("written figures are read back as they were", () => {
  const times = { wave: 0.35, "clean-up": 12 };
  expect(readTimes(writeTimes(times)).times).toEqual(times);
});
