import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { z } from "zod";
import { finishedRun } from "./support/finished-run";

const templateSchema = z.object({
  Resources: z.object({ DeployRole: z.object({ Type: z.literal("AWS::IAM::Role") }) }),
});

test("the working role stands beside the proposed one and can be taken away", async ({ page, request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/policies`);
  await page.getByRole("link", { name: "Side by side" }).click();
  await expect(page).toHaveURL(/show=beside$/);
  await expect(
    page.getByText(/Left as proposed, right the role that works: \d+ additions in 1 document\./),
  ).toBeVisible();
  await expect(page.getByText("Works as proposed: the working role is the proposed one.").first()).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CloudFormation role" }).first().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("hello-api-access-analyzer-working-role.json");
  expect(templateSchema.parse(JSON.parse(readFileSync(await file.path(), "utf8")))).toBeTruthy();
});

test("a link hands out the working role, and no role that there is not", async ({ request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  const made = await request.post(`/api/runs/${id}/share-links`, { data: {} });
  const { url } = z.object({ url: z.url() }).parse(await made.json());
  const token = new URL(url).pathname.split("/").at(-1);
  const role = await request.get(`/api/share/${token}/role?candidate=boundary&format=json`);
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(await role.json()))).toContain("boundary");
  expect(await statusOf(request, `/api/share/${token}/role?candidate=current`)).toBe(404);
  expect(await statusOf(request, `/api/runs/${id}/role?candidate=nobody`)).toBe(404);
  expect(await statusOf(request, `/api/runs/${id}/role`)).toBe(400);
});

async function statusOf(request: APIRequestContext, address: string): Promise<number> {
  return (await request.get(address)).status();
}
