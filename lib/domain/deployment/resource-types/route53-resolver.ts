import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { plainRule } from "./plain-rule";

const resolver = awsService({
  prefix: "route53resolver",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverruleassociation.html */
const resolverRuleAssociation = plainRule({
  type: "AWS::Route53Resolver::ResolverRuleAssociation",
  service: resolver,
  identify: (r) => {
    const id = `rslvr-rrassoc-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    return { physicalId: id, arn: null, attributes: { ResolverRuleAssociationId: id } };
  },
  create: "AssociateResolverRule",
  reads: ["GetResolverRuleAssociation"],
  delete: "DisassociateResolverRule",
  gone: "GetResolverRuleAssociation",
  on: { AssociateResolverRule: ruleOf, GetResolverRuleAssociation: ruleOf, DisassociateResolverRule: ruleOf },
  // The service looks at the network with the caller's permissions.
  checksOnce: () => [
    {
      action: "ec2:DescribeVpcs",
      resources: ["*"],
      context: {},
      cause: "VPCId",
      source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateResolverRule.html",
      through: ["route53resolver.amazonaws.com"],
    },
  ],
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-firewallrulegroupassociation.html */
export const route53ResolverRules: readonly ResourceRule[] = [
  plainRule({
    type: "AWS::Route53Resolver::FirewallRuleGroupAssociation",
    service: resolver,
    identify: (r) => {
      const id = `rslvr-frgassoc-${r.invent("id", { alphabet: "hex", length: 17 })}`;
      const arn = r.arn("route53resolver", `firewall-rule-group-association/${id}`);
      return { physicalId: id, arn, attributes: { Arn: arn, Id: id } };
    },
    create: "AssociateFirewallRuleGroup",
    reads: ["GetFirewallRuleGroupAssociation"],
    update: "UpdateFirewallRuleGroupAssociation",
    delete: "DisassociateFirewallRuleGroup",
    gone: "GetFirewallRuleGroupAssociation",
  }),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverrule.html */
  plainRule({
    type: "AWS::Route53Resolver::ResolverRule",
    service: resolver,
    identify: (r) => {
      const id = `rslvr-rr-${r.invent("id", { alphabet: "hex", length: 17 })}`;
      const arn = r.arn("route53resolver", `resolver-rule/${id}`);
      return { physicalId: id, arn, attributes: { Arn: arn, ResolverRuleId: id } };
    },
    create: "CreateResolverRule",
    reads: ["GetResolverRule"],
    update: "UpdateResolverRule",
    delete: "DeleteResolverRule",
    gone: "GetResolverRule",
  }),
  resolverRuleAssociation,
];

function ruleOf(r: ResourceView): string {
  const drawn = () => `rslvr-rr-${r.invent("rule", { alphabet: "hex", length: 17 })}`;
  return r.arn("route53resolver", `resolver-rule/${r.text("ResolverRuleId") ?? drawn()}`);
}
