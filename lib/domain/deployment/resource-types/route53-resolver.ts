import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { plainRule } from "./plain-rule";

const resolver = awsService({
  prefix: "route53resolver",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_${operation}.html`,
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
];
