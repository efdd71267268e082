import { awsService } from "../aws-service";
import { textsInside } from "../read-property";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { plainRule } from "./plain-rule";

export const waf = awsService({
  prefix: "wafv2",
  documentation: (operation) => `https://docs.aws.amazon.com/waf/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html */
const webAcl: ResourceRule = {
  ...plainRule({
    type: "AWS::WAFv2::WebACL",
    service: waf,
    name: { property: "Name", maxLength: 128 },
    identify: (r) => {
      const id = r.invent("id", { alphabet: "uuid" });
      const arn = wafArn(r, `webacl/${r.name}/${id}`);
      const attributes = {
        Arn: arn,
        Capacity: 1,
        Id: id,
        LabelNamespace: `awswaf:${r.target.account}:webacl:${r.name}:`,
      };
      return { physicalId: `${r.name}|${id}|${r.text("Scope") ?? "REGIONAL"}`, arn, attributes };
    },
    create: "CreateWebACL",
    // It is read back with its tags, after a change too.
    // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-wafv2, webacl/UpdateHandler.java
    reads: ["GetWebACL", "ListTagsForResource"],
    delete: "DeleteWebACL",
    on: { CreateWebACL: usedGroups },
    // Changes and deletion need the lock token that reading brings.
    change: (r) => [
      waf.call("GetWebACL", r.arnOfSelf, { cause: "Properties" }),
      waf.call("UpdateWebACL", usedGroups(r), { cause: "Properties" }),
      waf.call("GetWebACL", r.arnOfSelf, { cause: "Properties" }),
      waf.call("ListTagsForResource", r.arnOfSelf, { cause: "Properties" }),
    ],
  }),
  delete: (r) => [waf.call("GetWebACL", r.arnOfSelf), waf.call("DeleteWebACL", r.arnOfSelf)],
};

export function wafArn(r: ResourceView, rest: string): string {
  return r.arn("wafv2", `${r.text("Scope") === "CLOUDFRONT" ? "global" : "regional"}/${rest}`);
}

/**
 * A web ACL is authorised on the groups and sets that its rules use.
 * https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html
 */
function usedGroups(r: ResourceView): readonly string[] {
  const own = textsInside(r.get("Rules")).filter((text) => /^arn:[^:]+:wafv2:/.test(text));
  const managed = JSON.stringify(r.get("Rules") ?? []).includes('"ManagedRuleGroupStatement"');
  return [r.arnOfSelf, ...new Set(own), ...(managed ? [wafArn(r, "managedruleset/*/*")] : [])];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-ipset.html */
const ipSet: ResourceRule = {
  ...plainRule({
    type: "AWS::WAFv2::IPSet",
    service: waf,
    name: { property: "Name", maxLength: 128 },
    identify: (r) => {
      const id = r.invent("id", { alphabet: "uuid" });
      const arn = wafArn(r, `ipset/${r.name}/${id}`);
      return { physicalId: `${r.name}|${id}|${r.text("Scope") ?? "REGIONAL"}`, arn, attributes: { Arn: arn, Id: id } };
    },
    create: "CreateIPSet",
    reads: ["GetIPSet", "ListTagsForResource"],
    delete: "DeleteIPSet",
    change: (r) => [
      waf.call("GetIPSet", r.arnOfSelf, { cause: "Properties" }),
      waf.call("UpdateIPSet", r.arnOfSelf, { cause: "Properties" }),
      waf.call("GetIPSet", r.arnOfSelf, { cause: "Properties" }),
      waf.call("ListTagsForResource", r.arnOfSelf, { cause: "Properties" }),
    ],
  }),
  delete: (r) => [waf.call("GetIPSet", r.arnOfSelf), waf.call("DeleteIPSet", r.arnOfSelf)],
};

/**
 * Both ways are authorised on the web ACL; the guarded resource stands in the check of its own service's action.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-api-permissions-ref.html
 */
const association: ResourceRule = {
  type: "AWS::WAFv2::WebACLAssociation",
  identify: (r) => ({ physicalId: `${guarded(r)}|${r.text("WebACLArn") ?? ""}`, arn: null, attributes: {} }),
  create: (r) => [waf.call("AssociateWebACL", guard(r), { also: guardCheck(r, "associate") })],
  // The association is taken off only where it is this web ACL's, so it is looked for; the look checks GetWebACL as well.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-wafv2, webaclassociation/DeleteHandler.java
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html
  delete: (r) => [
    waf.call("GetWebACLForResource", guard(r), { also: [waf.check("GetWebACL", guard(r), { cause: "WebACLArn" })] }),
    waf.call("DisassociateWebACL", guard(r), { also: guardCheck(r, "disassociate") }),
  ],
};

function guard(r: ResourceView): string {
  return r.text("WebACLArn") ?? "*";
}

function guarded(r: ResourceView): string {
  return r.text("ResourceArn") ?? "*";
}

/**
 * The service of the guarded resource has an action of its own; load balancers check theirs on no resource.
 * https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html
 */
function guardCheck(r: ResourceView, direction: "associate" | "disassociate"): readonly CheckSpec[] {
  const service = guarded(r).split(":")[2] ?? "";
  const action = guardActions[service]?.[direction];
  if (action === undefined) return [];
  return [
    {
      action,
      resources: [onNoResource.has(action) ? "*" : guarded(r)],
      context: {},
      cause: "ResourceArn",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html",
      through: ["wafv2.amazonaws.com"],
    },
  ];
}

const onNoResource = new Set(["elasticloadbalancing:SetWebAcl", "appsync:SetWebACL"]);

const guardActions: Readonly<Record<string, { readonly associate: string; readonly disassociate: string }>> = {
  apigateway: { associate: "apigateway:SetWebACL", disassociate: "apigateway:SetWebACL" },
  elasticloadbalancing: { associate: "elasticloadbalancing:SetWebAcl", disassociate: "elasticloadbalancing:SetWebAcl" },
  appsync: { associate: "appsync:SetWebACL", disassociate: "appsync:SetWebACL" },
  "cognito-idp": { associate: "cognito-idp:AssociateWebACL", disassociate: "cognito-idp:DisassociateWebACL" },
  apprunner: { associate: "apprunner:AssociateWebAcl", disassociate: "apprunner:DisassociateWebAcl" },
  ec2: {
    associate: "ec2:AssociateVerifiedAccessInstanceWebAcl",
    disassociate: "ec2:DisassociateVerifiedAccessInstanceWebAcl",
  },
};

export const wafRules: readonly ResourceRule[] = [webAcl, ipSet, association];
