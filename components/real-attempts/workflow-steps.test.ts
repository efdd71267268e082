import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { newRealAttemptQuerySchema } from "@/lib/schemas/real-attempt";
import { isLocalAddress, writeWorkflowSteps } from "./workflow-steps";

const stepsSchema = z.array(z.object({ name: z.string(), run: z.string() }));

it.each(["boundary", "the team's & ours"])("writes steps whose last one names the candidate %s", (candidate) => {
  const steps = stepsSchema.parse(parse(writeWorkflowSteps("https://tightrope.example.com", "run-1", candidate)));
  expect(steps).toHaveLength(3);
  // As the shell puts it together, with the two times in place.
  const [, quoted = "", times = ""] = /'(https:[^']+)'"([^"]+)"/.exec(steps[2]?.run ?? "") ?? [];
  const started = times.replace("$TIGHTROPE_STARTED", "2026-03-02T10:00:00Z");
  const address = new URL(quoted + started.replace(/\$\(.*?\)/, "2026-03-02T10:04:00Z"));
  expect(address.pathname).toBe("/api/runs/run-1/attempts");
  expect(newRealAttemptQuerySchema.parse(Object.fromEntries(address.searchParams))).toEqual({
    candidate,
    startedAt: "2026-03-02T10:00:00Z",
    finishedAt: "2026-03-02T10:04:00Z",
  });
});

it("knows addresses that only this machine reaches", () => {
  expect(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"].every(isLocalAddress)).toBe(true);
  expect(isLocalAddress("https://tightrope.example.com")).toBe(false);
});
