import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { when } from "../resource-rule";
import { plainRule } from "./plain-rule";

const codeCommit = awsService({
  prefix: "codecommit",
  documentation: (operation) => `https://docs.aws.amazon.com/codecommit/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codecommit-repository.html */
const repository = plainRule({
  type: "AWS::CodeCommit::Repository",
  service: codeCommit,
  name: { property: "RepositoryName", maxLength: 100 },
  identify: (r) => {
    const arn = r.arn("codecommit", r.name);
    const host = `git-codecommit.${r.target.region}.amazonaws.com/v1/repos/${r.name}`;
    const id = r.invent("id", { alphabet: "uuid" });
    const attributes = {
      Arn: arn,
      CloneUrlHttp: `https://${host}`,
      CloneUrlSsh: `ssh://${host}`,
      Name: r.name,
      RepositoryId: id,
    };
    return { physicalId: id, arn, attributes };
  },
  create: "CreateRepository",
  settings: (r) =>
    when(r.has("Triggers"), codeCommit.call("PutRepositoryTriggers", r.arnOfSelf, { cause: "Triggers" })),
  delete: "DeleteRepository",
  change: (r) => [
    ...when(
      r.changed("RepositoryName"),
      codeCommit.call("UpdateRepositoryName", [r.before.arnOfSelf, r.arnOfSelf], { cause: "RepositoryName" }),
    ),
    ...when(
      r.changed("RepositoryDescription"),
      codeCommit.call("UpdateRepositoryDescription", r.arnOfSelf, { cause: "RepositoryDescription" }),
    ),
    ...when(r.changed("Triggers"), codeCommit.call("PutRepositoryTriggers", r.arnOfSelf, { cause: "Triggers" })),
  ],
});

export const codeCommitRules: readonly ResourceRule[] = [repository];
