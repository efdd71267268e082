import { awsService } from "../aws-service";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const aoss = awsService({
  prefix: "aoss",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_${operation}.html`,
});

/** Encryption, network and data access policies are named by their type and name and know no ARN. */
const policyRule = (noun: "SecurityPolicy" | "AccessPolicy"): ResourceRule =>
  plainRule({
    type: `AWS::OpenSearchServerless::${noun}`,
    service: aoss,
    name: { property: "Name", maxLength: 32, lowerCase: true },
    identify: (r) => ({ physicalId: `${r.text("Type") ?? ""}|${r.name}`, ref: r.name, arn: null, attributes: {} }),
    create: `Create${noun}`,
    update: `Update${noun}`,
    delete: `Delete${noun}`,
    change: (r) => [
      aoss.call(`Get${noun}`, "*", { cause: "Properties" }),
      aoss.call(`Update${noun}`, "*", { cause: "Properties", also: keyChecks(r) }),
    ],
    checksOnce: keyChecks,
  });

/** https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const key = /"KmsARN"\s*:\s*"(arn:[^"]+)"/i.exec(r.text("Policy") ?? "")?.[1];
  if (key === undefined) return [];
  return ["DescribeKey", "CreateGrant"].map((name) => ({
    action: `kms:${name}`,
    resources: [key],
    context: { "kms:ViaService": [`aoss.${r.target.region}.amazonaws.com`] },
    cause: "Policy",
    source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
    through: ["aoss.amazonaws.com"],
  }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchserverless-collection.html */
const collection = plainRule({
  type: "AWS::OpenSearchServerless::Collection",
  service: aoss,
  name: { property: "Name", maxLength: 32, lowerCase: true },
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 20 });
    const arn = r.arn("aoss", `collection/${id}`);
    const endpoint = `https://${id}.${r.target.region}.aoss.amazonaws.com`;
    return {
      physicalId: id,
      arn,
      attributes: {
        Arn: arn,
        CollectionEndpoint: endpoint,
        DashboardEndpoint: `${endpoint}/_dashboards`,
        Id: id,
        KmsKeyArn: "auto",
      },
    };
  },
  create: "CreateCollection",
  // A collection takes some minutes until it is active.
  reads: ["BatchGetCollection"],
  update: "UpdateCollection",
  delete: "DeleteCollection",
  gone: "BatchGetCollection",
  on: { CreateCollection: anything, BatchGetCollection: anything, TagResource: anything },
  checksOnce: (r) => [
    ...(r.has("CollectionGroupName")
      ? [
          aoss.check("AddCollectionToCollectionGroup", groupArn(r), {
            cause: "CollectionGroupName",
            source:
              "https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateCollection.html",
          }),
        ]
      : []),
    ...serviceLinkedRole(r, {
      service: "observability.aoss.amazonaws.com",
      role: "AWSServiceRoleForAmazonOpenSearchServerless",
      through: "aoss.amazonaws.com",
      source:
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-service-linked-roles.html",
    }),
  ],
});

function groupArn(r: ResourceView): string {
  const name = r.text("CollectionGroupName");
  const own = r.siblings("AWS::OpenSearchServerless::CollectionGroup").find((group) => group.name === name);
  const unknown = () => r.arn("aoss", `collection-group/${r.invent("group", { alphabet: "lower", length: 20 })}`);
  return own?.arnOfSelf ?? unknown();
}

const collectionGroup = plainRule({
  type: "AWS::OpenSearchServerless::CollectionGroup",
  service: aoss,
  name: { property: "Name", maxLength: 32, lowerCase: true },
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 20 });
    const arn = r.arn("aoss", `collection-group/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, Id: id } };
  },
  create: "CreateCollectionGroup",
  reads: ["BatchGetCollectionGroup"],
  update: "UpdateCollectionGroup",
  delete: "DeleteCollectionGroup",
  on: { CreateCollectionGroup: anything, BatchGetCollectionGroup: anything, TagResource: anything },
});

/**
 * An index is made through the collection's own endpoint, where one action lets in to everything.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
const index: ResourceRule = {
  type: "AWS::OpenSearchServerless::Index",
  identify: (r) => ({
    physicalId: `${r.text("IndexName") ?? ""}|${r.text("CollectionEndpoint") ?? ""}`,
    ref: r.text("IndexName") ?? "",
    arn: null,
    attributes: { Uuid: r.invent("uuid", { alphabet: "uuid" }) },
  }),
  create: (r) => [dataCall(r, "CreateIndex"), dataCall(r, "GetIndex")],
  update: (r) => [dataCall(r, "UpdateIndex")],
  delete: (r) => [dataCall(r, "DeleteIndex")],
};

function dataCall(r: ResourceView, operation: string) {
  const id = /^https:\/\/([^.]+)\./.exec(r.text("CollectionEndpoint") ?? "")?.[1];
  return aoss.call(
    operation,
    r.arn("aoss", `collection/${id ?? r.invent("collection", { alphabet: "lower", length: 20 })}`),
    {
      action: "aoss:APIAccessAll",
      cause: "CollectionEndpoint",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html",
      event: null,
    },
  );
}

export const openSearchServerlessRules: readonly ResourceRule[] = [
  policyRule("SecurityPolicy"),
  policyRule("AccessPolicy"),
  collection,
  collectionGroup,
  index,
];
