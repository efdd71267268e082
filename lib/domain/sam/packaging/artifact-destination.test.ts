import { describe, expect, it } from "vitest";
import { artifactKey, imageUri, managedDestination, templateUrl } from "./artifact-destination";

const target = { region: "cn-north-1", account: "123456789012", stackName: "My-Stack" };

describe("addresses of artifacts", () => {
  it("carry the prefix and depend on the path only", () => {
    const key = artifactKey("src", { ...managedDestination, prefix: "team" }, ".template");
    expect(key).toMatch(/^team\/[0-9a-f]{32}\.template$/);
    expect(artifactKey("src", { ...managedDestination, prefix: "team" }, ".template")).toBe(key);
  });

  it("follow the partition's domain", () => {
    expect(templateUrl("k", { ...managedDestination, bucket: "b" }, target)).toBe(
      "https://s3.cn-north-1.amazonaws.com.cn/b/k",
    );
    expect(imageUri("app:v1", "Fn", managedDestination, target)).toMatch(
      /^123456789012\.dkr\.ecr\.cn-north-1\.amazonaws\.com\.cn\/mystack[0-9a-f]{8}\/fn[0-9a-f]{8}repo:app-[0-9a-f]{12}-v1$/,
    );
  });

  it("use the repository that is given", () => {
    expect(imageUri("app", "Fn", { ...managedDestination, imageRepositoryUri: "registry/app" }, target)).toMatch(
      /^registry\/app:app-[0-9a-f]{12}-latest$/,
    );
  });
});
