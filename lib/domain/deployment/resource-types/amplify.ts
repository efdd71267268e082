import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const amplify = awsService({
  prefix: "amplify",
  documentation: (operation) => `https://docs.aws.amazon.com/amplify/latest/APIReference/API_${operation}.html`,
});

const roles =
  (...paths: readonly string[]) =>
  (r: ResourceView) =>
    passedRoles(r, "amplify.amazonaws.com", ...paths);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amplify-app.html */
const app = plainRule({
  type: "AWS::Amplify::App",
  service: amplify,
  identify: (r) => {
    const id = `d${r.invent("id", { alphabet: "lower", length: 13 })}`;
    const arn = r.arn("amplify", `apps/${id}`);
    const attributes = { AppId: id, AppName: r.name, Arn: arn, DefaultDomain: `${id}.amplifyapp.com` };
    return { physicalId: arn, arn, attributes };
  },
  create: "CreateApp",
  reads: ["GetApp"],
  update: "UpdateApp",
  delete: "DeleteApp",
  gone: "GetApp",
  on: { CreateApp: anything },
  checks: roles("IAMServiceRole", "ComputeRoleArn"),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amplify-branch.html */
const branch = plainRule({
  type: "AWS::Amplify::Branch",
  service: amplify,
  identify: (r) => {
    const name = r.text("BranchName") ?? r.name;
    const appId = r.text("AppId") ?? `d${r.invent("app", { alphabet: "lower", length: 13 })}`;
    const arn = r.arn("amplify", `apps/${appId}/branches/${name}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, BranchName: name } };
  },
  create: "CreateBranch",
  reads: ["GetBranch"],
  update: "UpdateBranch",
  delete: "DeleteBranch",
  gone: "GetBranch",
  checks: roles("ComputeRoleArn"),
});

export const amplifyRules: readonly ResourceRule[] = [app, branch];
