import { devices, expect, type Page, test } from "@playwright/test";
import { createdRunSchema } from "../lib/schemas/new-run";
import { finishedRun } from "./support/finished-run";
import { readSample } from "./support/samples";
import { dropTemplate, waitUntilDone } from "./support/start-page";

const { viewport, hasTouch, isMobile, deviceScaleFactor } = devices["iPhone 13"];
test.use({ viewport, hasTouch, isMobile, deviceScaleFactor });

test("no page is wider than a phone", async ({ page, request }) => {
  test.setTimeout(240_000);
  const id = await finishedRun(request);
  const tabs = [
    "",
    "/policies",
    "/policies?show=beside",
    "/trial",
    "/resilience",
    "/history",
    "/exposure",
    "/requests",
    "/template",
  ];
  for (const address of ["/", "/runs", "/settings/times", ...tabs.map((tab) => `/runs/${id}${tab}`)]) {
    await page.goto(address);
    await expectToFit(page);
  }
  await page.goto("/");
  await dropTemplate(page, "order-pipeline.yaml", readSample("order-pipeline"));
  await expect(page.getByText("no problem found")).toBeVisible();
  await expectToFit(page);
});

test("on a phone one approach stands at a time, and the scores stay", async ({ page, request }) => {
  test.setTimeout(120_000);
  const id = await finishedRun(request);
  await page.goto(`/runs/${id}/policies`);
  await expect(page.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Access Analyzer" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Boundary", exact: true })).toBeHidden();
  await page.getByRole("group", { name: "Approach" }).getByText("Boundary").click();
  await expect(page.getByRole("heading", { name: /^Boundary/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Access Analyzer" })).toBeHidden();
});

test("names as long as CloudFormation takes them break within the page", async ({ page, request }) => {
  test.setTimeout(120_000);
  const name = "AQueueWithAName".repeat(16);
  const text = [
    "Transform: AWS::Serverless-2016-10-31",
    "Parameters:",
    `  ${name}Seconds: { Type: Number, Default: 30 }`,
    "Resources:",
    `  ${name}: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: !Ref ${name}Seconds } }`,
    `  Nested: { Type: AWS::Serverless::Application, Properties: { Location: ./${"deep/".repeat(30)}nested.yaml } }`,
  ].join("\n");
  await page.goto("/");
  await dropTemplate(page, "template.yaml", text);
  await expect(page.getByText("no problem found")).toBeVisible();
  await expectToFit(page);

  const stackName = "a-stack-with-a-name-".repeat(6);
  const answer = await request.post("/api/runs", {
    data: { templateText: text, stackName: `${stackName}x`, region: "ap-northeast-1" },
  });
  await page.goto(`/runs/${createdRunSchema.parse(await answer.json()).id}`);
  await waitUntilDone(page);
  for (const tab of ["", "/policies", "/trial", "/resilience", "/exposure", "/requests"]) {
    await page.goto(`${new URL(page.url()).pathname.split("/").slice(0, 3).join("/")}${tab}`);
    await expect(page.getByRole("table", { name: "Scores of every candidate" })).toBeVisible();
    await expectToFit(page);
  }
});

async function expectToFit(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, page.url()).toBe(0);
}
