import { type APIRequestContext, expect } from "@playwright/test";
import { createdRunSchema } from "../../lib/schemas/new-run";
import { runListSchema } from "../../lib/schemas/run-summary";
import { readSample } from "./samples";

/** The id of a finished run of a sample, made without the browser where there is none yet. */
export async function finishedRun(request: APIRequestContext, sample = "hello-api"): Promise<string> {
  const earlier = await findRun(request, sample);
  const id = earlier ?? (await createRun(request, sample));
  await expect(async () => expect(await findRun(request, sample)).not.toBeNull()).toPass({ timeout: 80_000 });
  return id;
}

async function createRun(request: APIRequestContext, sample: string): Promise<string> {
  const answer = await request.post("/api/runs", {
    data: {
      templateText: readSample(sample),
      fileName: `${sample}.yaml`,
      stackName: sample,
      region: "ap-northeast-1",
      account: "123456789012",
    },
  });
  return createdRunSchema.parse(await answer.json()).id;
}

async function findRun(request: APIRequestContext, sample: string): Promise<string | null> {
  const list = runListSchema.parse(await (await request.get(`/api/runs?query=${sample}`)).json());
  return list.runs.find(({ stackName, status }) => stackName === sample && status === "done")?.id ?? null;
}
