import { expect, test } from "vitest";
import { findRecordedAnswers } from "./recorded-answers";
import { loadSamples } from "./samples";

test.each(loadSamples())("$name has its three recorded turns", ({ template, recordedSettings }) => {
  const answers = findRecordedAnswers(template, recordedSettings);
  expect(answers?.draft.reasons.length).toBeGreaterThan(0);
  expect(answers?.review.findings.length).toBeGreaterThan(0);
  expect(answers?.revision.reasons.length).toBeGreaterThan(0);
});

test.each(loadSamples())("$name has none for another question", ({ template, recordedSettings }) => {
  expect(findRecordedAnswers(`${template}\n# and more`, recordedSettings)).toBeNull();
  for (const change of [{ stackName: "other" }, { region: "us-east-1" }, { account: "210987654321" }]) {
    expect(findRecordedAnswers(template, { ...recordedSettings, ...change })).toBeNull();
  }
});

test.each(loadSamples())("$name is the same question with a browser's line ends", ({ template, recordedSettings }) => {
  expect(findRecordedAnswers(template.replaceAll("\n", "\r\n"), recordedSettings)).not.toBeNull();
});
