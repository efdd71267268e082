import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import type { ResourceRule } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

const ssm = awsService({
  prefix: "ssm",
  documentation: (operation) => `https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_${operation}.html`,
});

const tagNames = { tag: "AddTagsToResource", untag: "RemoveTagsFromResource" };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html */
const parameter: ResourceRule = {
  type: "AWS::SSM::Parameter",
  name: { property: "Name", form: "cfn-and-logical-id" },
  identify: (r) => ({
    physicalId: r.name,
    arn: r.arn("ssm", `parameter/${r.name.replace(/^\//, "")}`),
    attributes: { Type: r.text("Type") ?? "String", Value: r.text("Value") ?? "" },
  }),
  create: (r) => [
    ssm.call("PutParameter", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(ssm, r, tagNames) }),
    ssm.call("GetParameters", r.arnOfSelf),
  ],
  // Tags come first. The parameter is looked for before it is put, and read at the end of an update of its tags alone.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-ssm, parameter/UpdateHandler.java
  update: (r) => [
    ...tagChanges(ssm, r, tagNames),
    ssm.call("GetParameters", r.arnOfSelf, { cause: "Properties" }),
    ...when(
      changedBesideTags(r),
      ssm.call("PutParameter", r.arnOfSelf, { cause: "Value", context: { "ssm:Overwrite": ["true"] } }),
      ssm.call("GetParameters", r.arnOfSelf, { cause: "Value" }),
    ),
  ],
  delete: (r) => [ssm.call("DeleteParameter", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html */
const document: ResourceRule = {
  type: "AWS::SSM::Document",
  name: { property: "Name", maxLength: 128 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("ssm", `document/${r.name}`), attributes: {} }),
  create: (r) => [
    ssm.call("CreateDocument", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(ssm, r, tagNames) }),
    ssm.call("GetDocument", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      ssm.call("UpdateDocument", r.arnOfSelf, { cause: "Content" }),
      ssm.call("UpdateDocumentDefaultVersion", r.arnOfSelf, { cause: "Content" }),
    ),
    ...tagChanges(ssm, r, tagNames),
  ],
  delete: (r) => [ssm.call("DeleteDocument", r.arnOfSelf), ssm.call("GetDocument", r.arnOfSelf)],
};

export const ssmRules: readonly ResourceRule[] = [parameter, document];
