import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const system = (properties = {}) => ({ Files: { Type: "AWS::EFS::FileSystem", Properties: properties } });
const noRoles = { account: { ...defaultDeploySettings.account, serviceLinkedRolesExist: false } };

describe("AWS::EFS::FileSystem", () => {
  it("is made and watched until it is available", () => {
    expect(probeActions(system(), "create")).toEqual([
      "elasticfilesystem:CreateFileSystem",
      "elasticfilesystem:DescribeFileSystems",
    ]);
  });

  it("is tagged on creation, with the creating action as context", () => {
    const tagged = system({ FileSystemTags: [{ Key: "team", Value: "shop" }] });
    const check = probeChecks(tagged, "create").find(({ action }) => action === "elasticfilesystem:TagResource");
    expect(check).toMatchObject({
      context: { "elasticfilesystem:CreateAction": ["CreateFileSystem"], "aws:TagKeys": ["team"] },
      cause: "Properties.FileSystemTags",
    });
  });

  it("sets what stands beside it with a call each", () => {
    const backup = system({ BackupPolicy: { Status: "ENABLED" } });
    expect(probeActions(backup, "create")).toContain("elasticfilesystem:PutBackupPolicy");
    expect(probeActions(backup, "update", { before: system() })).toEqual(["elasticfilesystem:PutBackupPolicy"]);
    const policy = system({ FileSystemPolicy: {} });
    expect(probeActions(system(), "update", { before: policy })).toEqual(["elasticfilesystem:DeleteFileSystemPolicy"]);
  });

  it("needs a grant on the key of the customer's own", () => {
    const encrypted = system({ Encrypted: true, KmsKeyId: "11111111-2222-4333-a444-555555555555" });
    expect(probeActions(encrypted, "create")).toContain("kms:CreateGrant");
    expect(probeActions(system({ Encrypted: true }), "create")).not.toContain("kms:CreateGrant");
  });
});

describe("AWS::EFS::MountTarget and AWS::EFS::AccessPoint", () => {
  const child = (type: string, properties = {}) => ({
    Child: { Type: `AWS::EFS::${type}`, Properties: { FileSystemId: "fs-1", SubnetId: "subnet-1", ...properties } },
  });

  it("is authorised on the file system", () => {
    const [mounted] = probeChecks(child("MountTarget"), "create");
    expect(mounted?.resources).toEqual(["arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-1"]);
    expect(probeActions(child("MountTarget"), "create")).not.toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(child("MountTarget"), "create", { settings: noRoles })).toContain(
      "iam:CreateServiceLinkedRole",
    );
  });

  it("changes a mount target's security groups in place", () => {
    const after = child("MountTarget", { SecurityGroups: ["sg-2"] });
    expect(probeActions(after, "update", { before: child("MountTarget", { SecurityGroups: ["sg-1"] }) })).toEqual([
      "elasticfilesystem:ModifyMountTargetSecurityGroups",
      "elasticfilesystem:DescribeMountTargets",
    ]);
  });

  it("tags an access point itself", () => {
    const tagged = probeChecks(child("AccessPoint", { AccessPointTags: [{ Key: "a", Value: "b" }] }), "create");
    expect(tagged.find(({ action }) => action === "elasticfilesystem:TagResource")?.patterns).toEqual([
      "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-*",
    ]);
  });
});
