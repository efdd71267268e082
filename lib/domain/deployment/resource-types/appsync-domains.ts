import type { ResourceRule, ResourceView } from "../resource-rule";
import { appSync } from "./appsync";
import { anything, plainRule } from "./plain-rule";

function domainOf(r: ResourceView): string {
  return r.arn("appsync", `domainnames/${r.text("DomainName") ?? "*"}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-domainname.html */
const domainName = plainRule({
  type: "AWS::AppSync::DomainName",
  service: appSync,
  identify: (r) => {
    const arn = domainOf(r);
    const host = `${r.invent("host", { alphabet: "lower", length: 13 })}.cloudfront.net`;
    const attributes = { AppSyncDomainName: host, DomainNameArn: arn, HostedZoneId: "Z2FDTNDATAQYW2" };
    return { physicalId: r.text("DomainName") ?? "", arn, attributes };
  },
  create: "CreateDomainName",
  reads: ["GetDomainName"],
  update: "UpdateDomainName",
  delete: "DeleteDomainName",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-domainnameapiassociation.html */
const association = plainRule({
  type: "AWS::AppSync::DomainNameApiAssociation",
  service: appSync,
  identify: (r) => {
    const id = `${r.text("DomainName") ?? ""}/ApiAssociation`;
    return { physicalId: id, arn: null, attributes: { ApiAssociationIdentifier: id } };
  },
  create: "AssociateApi",
  reads: ["GetApiAssociation"],
  update: "AssociateApi",
  delete: "DisassociateApi",
  on: { AssociateApi: domainOf, GetApiAssociation: domainOf, DisassociateApi: domainOf },
});

/** The service checks it on no single resource. */
const cache = plainRule({
  type: "AWS::AppSync::ApiCache",
  service: appSync,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: "CreateApiCache",
  reads: ["GetApiCache"],
  update: "UpdateApiCache",
  delete: "DeleteApiCache",
  gone: "GetApiCache",
  on: {
    CreateApiCache: anything,
    GetApiCache: anything,
    UpdateApiCache: anything,
    DeleteApiCache: anything,
  },
});

export const appSyncDomainRules: readonly ResourceRule[] = [domainName, association, cache];
