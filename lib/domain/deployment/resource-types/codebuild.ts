import { awsService } from "../aws-service";
import { passRole, roleArnIn, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";

const codeBuild = awsService({
  prefix: "codebuild",
  documentation: (operation) => `https://docs.aws.amazon.com/codebuild/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html */
const project: ResourceRule = {
  type: "AWS::CodeBuild::Project",
  name: { property: "Name", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("codebuild", `project/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, Id: r.name } };
  },
  // Tags come with the call and are not checked on their own.
  create: (r) => [
    codeBuild.call("CreateProject", r.arnOfSelf, { context: tagContext(r), also: projectRoles(r) }),
    ...settings(r),
  ],
  update: (r) => [
    codeBuild.call("UpdateProject", r.arnOfSelf, {
      cause: "Properties",
      context: tagContext(r),
      also: projectRoles(r),
    }),
    ...when(
      r.changed("Triggers.Webhook") && r.text("Triggers.Webhook") !== "true",
      codeBuild.call("DeleteWebhook", r.arnOfSelf, { cause: "Triggers" }),
    ),
    ...settings(r),
  ],
  delete: (r) => [codeBuild.call("DeleteProject", r.arnOfSelf)],
};

function projectRoles(r: ResourceView): readonly CheckSpec[] {
  return [
    passRole(roleArnIn(r, "ServiceRole"), "codebuild.amazonaws.com", "ServiceRole"),
    ...passedRoles(r, "codebuild.amazonaws.com", "BuildBatchConfig.ServiceRole"),
  ];
}

function settings(r: ResourceView): readonly CallSpec[] {
  return [
    ...when(
      r.sets("Triggers.Webhook") && r.text("Triggers.Webhook") === "true",
      codeBuild.call("CreateWebhook", r.arnOfSelf, { cause: "Triggers" }),
    ),
    ...when(
      r.sets("Visibility"),
      codeBuild.call("UpdateProjectVisibility", r.arnOfSelf, {
        cause: "Visibility",
        also: passedRoles(r, "codebuild.amazonaws.com", "ResourceAccessRole"),
      }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-sourcecredential.html */
const sourceCredential: ResourceRule = {
  type: "AWS::CodeBuild::SourceCredential",
  identify: (r) => {
    const arn = r.arn("codebuild", `token/${(r.text("ServerType") ?? "github").toLowerCase()}`);
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: () => [codeBuild.call("ImportSourceCredentials", "*")],
  update: () => [codeBuild.call("ImportSourceCredentials", "*", { cause: "Token" })],
  delete: () => [codeBuild.call("DeleteSourceCredentials", "*")],
};

export const codeBuildRules: readonly ResourceRule[] = [project, sourceCredential];
