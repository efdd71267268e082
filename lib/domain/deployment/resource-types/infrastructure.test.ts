import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const tags = [{ Key: "a", Value: "b" }];

describe("AWS::EC2::SecurityGroup", () => {
  const group = (properties: JsonObject = {}) => ({
    Gate: { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: "x", ...properties } },
  });

  it("is authorised on the group and its VPC in one request", () => {
    expect(probeChecks(group({ VpcId: "vpc-1" }), "create")[0]?.patterns).toEqual([
      "arn:aws:ec2:eu-central-1:123456789012:security-group/sg-*",
      "arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-1",
    ]);
  });

  it("opens and closes only what it is told", () => {
    expect(probeActions(group(), "create")).toEqual(["ec2:CreateSecurityGroup", "ec2:DescribeSecurityGroups"]);
    expect(probeActions(group({ SecurityGroupIngress: [{}] }), "create")).toContain(
      "ec2:AuthorizeSecurityGroupIngress",
    );
    expect(probeActions(group({ SecurityGroupEgress: [{}] }), "create")).toEqual(
      expect.arrayContaining(["ec2:RevokeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupEgress"]),
    );
  });

  it("is tagged last, in a call of its own", () => {
    expect(probeActions(group({ Tags: tags }), "create").at(-1)).toBe("ec2:CreateTags");
  });
});

describe("VPC networking", () => {
  const of = (type: string, properties: JsonObject = {}) => ({
    Net: { Type: `AWS::EC2::${type}`, Properties: properties },
  });

  it("sets attributes of a VPC one by one", () => {
    expect(probeActions(of("VPC", { CidrBlock: "10.0.0.0/16" }), "create")).toEqual([
      "ec2:CreateVpc",
      "ec2:DescribeVpcs",
    ]);
    expect(probeActions(of("VPC", { EnableDnsHostnames: true }), "create")).toContain("ec2:ModifyVpcAttribute");
  });

  it("shows the creating action with tags", () => {
    const tag = probeChecks(of("Subnet", { VpcId: "vpc-1", Tags: tags }), "create").find(
      ({ action }) => action === "ec2:CreateTags",
    );
    expect(tag?.context).toMatchObject({ "ec2:CreateAction": ["CreateSubnet"], "aws:TagKeys": ["a"] });
  });

  it("names everything that a call joins", () => {
    const association = of("SubnetRouteTableAssociation", { RouteTableId: "rtb-1", SubnetId: "subnet-1" });
    expect(probeChecks(association, "create")[0]?.resources).toEqual([
      "arn:aws:ec2:eu-central-1:123456789012:route-table/rtb-1",
      "arn:aws:ec2:eu-central-1:123456789012:subnet/subnet-1",
    ]);
    expect(probeActions(of("VPCGatewayAttachment", { VpcId: "v", InternetGatewayId: "i" }), "delete")).toContain(
      "ec2:DetachInternetGateway",
    );
    expect(probeActions(of("VPCGatewayAttachment", { VpcId: "v", VpnGatewayId: "g" }), "create")).toContain(
      "ec2:AttachVpnGateway",
    );
  });
});

describe("AWS::Kinesis::Stream", () => {
  const stream = (properties: JsonObject = {}) => ({ Feed: { Type: "AWS::Kinesis::Stream", Properties: properties } });

  it.each<[string, JsonObject, string]>([
    ["RetentionPeriodHours", { RetentionPeriodHours: 48 }, "kinesis:IncreaseStreamRetentionPeriod"],
    ["StreamEncryption", { StreamEncryption: {} }, "kinesis:StartStreamEncryption"],
    ["Tags", { Tags: tags }, "kinesis:AddTagsToStream"],
  ])("with %s makes the call that it causes, without it not", (_name, properties, action) => {
    expect(probeActions(stream(properties), "create")).toContain(action);
    expect(probeActions(stream({ RetentionPeriodHours: 24 }), "create")).toEqual([
      "kinesis:CreateStream",
      "kinesis:DescribeStreamSummary",
    ]);
  });

  it("shortens retention with another call than it lengthens it", () => {
    expect(probeActions(stream(), "update", { before: stream({ RetentionPeriodHours: 48 }) })).toContain(
      "kinesis:DecreaseStreamRetentionPeriod",
    );
  });
});

describe("AWS::ECR::Repository", () => {
  const repository = (properties: JsonObject = {}) => ({
    Images: { Type: "AWS::ECR::Repository", Properties: properties },
  });

  it("takes policies with calls of their own", () => {
    expect(probeActions(repository(), "create")).toEqual(["ecr:CreateRepository"]);
    expect(probeActions(repository({ RepositoryPolicyText: {} }), "create")).toContain("ecr:SetRepositoryPolicy");
    expect(probeActions(repository({ LifecyclePolicy: {} }), "create")).toContain("ecr:PutLifecyclePolicy");
    expect(probeActions(repository(), "update", { before: repository({ LifecyclePolicy: {} }) })).toEqual([
      "ecr:DeleteLifecyclePolicy",
      "ecr:DescribeRepositories",
    ]);
    expect(probeChecks(repository(), "create")[0]?.patterns).toEqual([
      "arn:aws:ecr:eu-central-1:123456789012:repository/shop-images-*",
    ]);
  });

  it("puts all that it is given again with any change", () => {
    const given = { RepositoryPolicyText: {}, LifecyclePolicy: {}, ImageTagMutability: "IMMUTABLE" };
    const change = (properties: JsonObject) =>
      probeActions(repository({ ...properties, Tags: tags }), "update", { before: repository(properties) });
    expect(change(given)).toEqual([
      "ecr:PutLifecyclePolicy",
      "ecr:SetRepositoryPolicy",
      "ecr:PutImageTagMutability",
      "ecr:DescribeRepositories",
      "ecr:TagResource",
    ]);
    expect(change({})).toEqual(["ecr:DescribeRepositories", "ecr:TagResource"]);
  });
});

describe("AWS::AppSync", () => {
  const role = "arn:aws:iam::123456789012:role/r";
  const api = (properties: JsonObject = {}) => ({
    Api: { Type: "AWS::AppSync::GraphQLApi", Properties: { Name: "shop", ...properties } },
  });

  it("an API passes its logging role and is tagged only if told", () => {
    expect(probeActions(api(), "create")).toEqual(["appsync:CreateGraphqlApi"]);
    expect(probeActions(api({ LogConfig: { CloudWatchLogsRoleArn: role } }), "create")).toContain("iam:PassRole");
    expect(probeActions(api({ Tags: tags }), "create")).toContain("appsync:TagResource");
    expect(probeActions(api({ EnvironmentVariables: { A: "b" } }), "create")).toContain(
      "appsync:PutGraphqlApiEnvironmentVariables",
    );
  });

  it("a schema and a resolver read their documents from S3", () => {
    const schema = (properties: JsonObject) => ({
      Schema: { Type: "AWS::AppSync::GraphQLSchema", Properties: { ApiId: "a", ...properties } },
    });
    expect(probeActions(schema({ Definition: "type Query" }), "create")).toEqual([
      "appsync:StartSchemaCreation",
      "appsync:GetSchemaCreationStatus",
    ]);
    expect(probeActions(schema({ DefinitionS3Location: "s3://b/k" }), "create")).toContain("s3:GetObject");
    const source = {
      Source: { Type: "AWS::AppSync::DataSource", Properties: { ApiId: "a", Name: "d", ServiceRoleArn: role } },
    };
    expect(probeActions(source, "create")).toEqual([
      "appsync:CreateDataSource",
      "iam:PassRole",
      "appsync:GetDataSource",
    ]);
  });
});
