import { expect, it } from "vitest";
import { isLocalImage, isLocalPath } from "./local-path";

it.each(["src/", ".", "../lib/code.zip", "C:\\code", "a b"])("takes %s for a local path", (value) => {
  expect(isLocalPath(value)).toBe(true);
});

it.each(["s3://bucket/key", "https://example.com/t.yaml", "S3://b/k", "{{resolve:ssm:/code}}", { Ref: "Code" }, null])(
  "takes %j for no local path",
  (value) => {
    expect(isLocalPath(value)).toBe(false);
  },
);

it.each([
  ["app:latest", true],
  ["team/app:v1", true],
  ["123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:v1", false],
  ["localhost:5000/app", false],
  ["", false],
])("knows whether the image %s is local: %s", (image, local) => {
  expect(isLocalImage(image)).toBe(local);
});
