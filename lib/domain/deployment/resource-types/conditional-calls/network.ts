import { type ConditionalCases, keyArn, logDelivery, roleArn, tagged, tagList } from "./conditional-case";

export const networkCases: ConditionalCases = {
  "AWS::EC2::SecurityGroup": [
    {
      given: { SecurityGroupIngress: [{ IpProtocol: "tcp" }] },
      create: ["ec2:AuthorizeSecurityGroupIngress"],
      update: ["ec2:AuthorizeSecurityGroupIngress"],
      removal: ["ec2:RevokeSecurityGroupIngress"],
    },
    {
      given: { SecurityGroupIngress: [{ given: "given" }] },
      create: ["ec2:AuthorizeSecurityGroupIngress"],
      update: ["ec2:AuthorizeSecurityGroupIngress"],
      removal: ["ec2:RevokeSecurityGroupIngress"],
    },
    {
      given: { SecurityGroupEgress: [{ given: "given" }] },
      create: ["ec2:RevokeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupEgress"],
      update: ["ec2:AuthorizeSecurityGroupEgress"],
      removal: ["ec2:RevokeSecurityGroupEgress"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::VPC": [
    {
      given: [{ EnableDnsSupport: true }, { EnableDnsHostnames: true }],
      create: ["ec2:ModifyVpcAttribute"],
      update: ["ec2:ModifyVpcAttribute"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::Subnet": [
    {
      given: [
        { MapPublicIpOnLaunch: true },
        { AssignIpv6AddressOnCreation: true },
        { EnableDns64: true },
        { PrivateDnsNameOptionsOnLaunch: { given: "given" } },
      ],
      create: ["ec2:ModifySubnetAttribute"],
      update: ["ec2:ModifySubnetAttribute"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::RouteTable": [tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags")],
  "AWS::EC2::InternetGateway": [tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags")],
  "AWS::EC2::NatGateway": [tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags")],
  "AWS::EC2::VPCEndpoint": [
    {
      given: [
        { RouteTableIds: [{ given: "given" }] },
        { SubnetIds: [{ given: "given" }] },
        { SecurityGroupIds: [{ given: "given" }] },
        { PolicyDocument: "given" },
        { PrivateDnsEnabled: true },
      ],
      update: ["ec2:ModifyVpcEndpoint"],
      removal: ["ec2:ModifyVpcEndpoint"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::VPCGatewayAttachment": [
    {
      given: { VpnGatewayId: "given" },
      create: ["ec2:AttachVpnGateway", "ec2:DescribeVpnGateways"],
      spares: ["ec2:AttachInternetGateway", "ec2:DescribeInternetGateways"],
      delete: ["ec2:DetachVpnGateway", "ec2:DescribeVpnGateways"],
      update: ["ec2:AttachVpnGateway", "ec2:DescribeVpnGateways"],
    },
  ],
  "AWS::EC2::EIP": [
    { given: { InstanceId: "given" }, create: ["ec2:AssociateAddress"] },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::Route53::HostedZone": [
    {
      given: { VPCs: [{ VPCId: "vpc-1" }, { VPCId: "vpc-2" }] },
      create: ["ec2:DescribeVpcs", "route53:AssociateVPCWithHostedZone"],
      update: ["route53:AssociateVPCWithHostedZone"],
      removal: ["route53:DisassociateVPCFromHostedZone"],
    },
    {
      given: { VPCs: [{ VPCId: "vpc-1" }] },
      create: ["ec2:DescribeVpcs"],
      update: ["route53:AssociateVPCWithHostedZone"],
      removal: ["route53:DisassociateVPCFromHostedZone"],
    },
    {
      given: { VPCs: [{ given: "given" }] },
      create: ["ec2:DescribeVpcs"],
      update: ["route53:AssociateVPCWithHostedZone"],
      removal: ["route53:DisassociateVPCFromHostedZone"],
    },
    {
      given: { QueryLoggingConfig: { given: "given" } },
      create: ["route53:CreateQueryLoggingConfig"],
      delete: ["route53:ListQueryLoggingConfigs", "route53:DeleteQueryLoggingConfig"],
      update: ["route53:CreateQueryLoggingConfig"],
      removal: ["route53:ListQueryLoggingConfigs", "route53:DeleteQueryLoggingConfig"],
    },
    {
      given: { HostedZoneConfig: { given: "given" } },
      update: ["route53:UpdateHostedZoneComment"],
      removal: ["route53:UpdateHostedZoneComment"],
    },
    tagged(tagList("HostedZoneTags"), "route53:ChangeTagsForResource", "route53:ChangeTagsForResource"),
  ],
  "AWS::Route53::RecordSet": [
    {
      given: { HostedZoneName: "given" },
      create: ["route53:ListHostedZones"],
      spares: ["route53:GetHostedZone"],
      delete: ["route53:ListHostedZones"],
    },
  ],
  "AWS::Route53::RecordSetGroup": [
    {
      given: { HostedZoneName: "given" },
      create: ["route53:ListHostedZones"],
      spares: ["route53:GetHostedZone"],
      delete: ["route53:ListHostedZones"],
    },
  ],
  "AWS::Route53::HealthCheck": [
    {
      given: [
        { HealthCheckConfig: { AlarmIdentifier: { Region: "given" } } },
        { HealthCheckConfig: { AlarmIdentifier: { Name: "given" } } },
      ],
      create: ["cloudwatch:DescribeAlarms"],
      update: ["cloudwatch:DescribeAlarms"],
    },
    tagged(tagList("HealthCheckTags"), "route53:ChangeTagsForResource", "route53:ChangeTagsForResource"),
  ],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [
    {
      given: { SecurityGroups: [{ given: "given" }] },
      update: ["elasticloadbalancing:SetSecurityGroups"],
      removal: ["elasticloadbalancing:SetSecurityGroups"],
    },
    {
      given: [{ Subnets: [{ given: "given" }] }, { SubnetMappings: [{ given: "given" }] }],
      update: ["elasticloadbalancing:SetSubnets"],
      removal: ["elasticloadbalancing:SetSubnets"],
    },
    {
      given: { LoadBalancerAttributes: [{ given: "given" }] },
      create: ["elasticloadbalancing:ModifyLoadBalancerAttributes"],
      update: ["elasticloadbalancing:ModifyLoadBalancerAttributes"],
    },
    {
      given: { EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "given" },
      create: ["elasticloadbalancing:SetSecurityGroups"],
      update: ["elasticloadbalancing:SetSecurityGroups"],
      removal: ["elasticloadbalancing:SetSecurityGroups"],
    },
    {
      given: { IpAddressType: "given" },
      update: ["elasticloadbalancing:SetIpAddressType"],
      removal: ["elasticloadbalancing:SetIpAddressType"],
    },
    tagged(tagList(), "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"),
  ],
  "AWS::ElasticLoadBalancingV2::TargetGroup": [
    {
      given: { TargetGroupAttributes: [{ given: "given" }] },
      create: ["elasticloadbalancing:ModifyTargetGroupAttributes"],
      update: ["elasticloadbalancing:ModifyTargetGroupAttributes"],
    },
    {
      given: { Targets: [{ given: "given" }] },
      create: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DescribeTargetHealth"],
      update: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DescribeTargetHealth"],
      removal: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:DescribeTargetHealth"],
    },
    tagged(tagList(), "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"),
  ],
  "AWS::ElasticLoadBalancingV2::Listener": [
    {
      given: {
        DefaultActions: [
          {
            AuthenticateCognitoConfig: { UserPoolArn: "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/given" },
          },
        ],
      },
      create: ["cognito-idp:DescribeUserPoolClient"],
      update: ["elasticloadbalancing:ModifyListener", "cognito-idp:DescribeUserPoolClient"],
      removal: ["elasticloadbalancing:ModifyListener"],
    },
    {
      given: [
        { Protocol: "given" },
        { DefaultActions: [{ given: "given" }] },
        { Port: 1 },
        { Certificates: [{ given: "given" }] },
        { SslPolicy: "given" },
        { AlpnPolicy: [{ given: "given" }] },
        { MutualAuthentication: { given: "given" } },
      ],
      update: ["elasticloadbalancing:ModifyListener"],
      removal: ["elasticloadbalancing:ModifyListener"],
    },
    {
      given: { ListenerAttributes: [{ given: "given" }] },
      create: ["elasticloadbalancing:ModifyListenerAttributes"],
      update: ["elasticloadbalancing:ModifyListenerAttributes"],
    },
    tagged(tagList(), "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"),
  ],
  "AWS::ElasticLoadBalancingV2::ListenerRule": [
    {
      given: [
        { Actions: [{ given: "given" }] },
        { Conditions: [{ given: "given" }] },
        { Transforms: [{ given: "given" }] },
      ],
      update: ["elasticloadbalancing:ModifyRule"],
      removal: ["elasticloadbalancing:ModifyRule"],
    },
    {
      given: { Priority: 1 },
      update: ["elasticloadbalancing:SetRulePriorities"],
      removal: ["elasticloadbalancing:SetRulePriorities"],
    },
    tagged(tagList(), "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"),
  ],
  "AWS::CloudFront::Distribution": [
    {
      given: {
        DistributionConfig: {
          DefaultCacheBehavior: {
            LambdaFunctionAssociations: [
              { LambdaFunctionARN: "arn:aws:lambda:eu-central-1:123456789012:function:given:1" },
            ],
          },
        },
      },
      create: ["lambda:GetFunction", "lambda:EnableReplication"],
      update: ["lambda:GetFunction", "lambda:EnableReplication"],
    },
    {
      given: { DistributionConfig: { Logging: { Bucket: "given" } } },
      create: ["s3:GetBucketAcl", "s3:PutBucketAcl"],
      update: ["s3:GetBucketAcl", "s3:PutBucketAcl"],
    },
    tagged(tagList(), "cloudfront:TagResource", "cloudfront:UntagResource"),
  ],
  "AWS::CloudFront::Function": [
    { given: { AutoPublish: true }, create: ["cloudfront:PublishFunction"], update: ["cloudfront:PublishFunction"] },
    tagged(tagList(), "cloudfront:TagResource", "cloudfront:UntagResource"),
  ],
  "AWS::CertificateManager::Certificate": [
    {
      given: { CertificateAuthorityArn: "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/given" },
      create: ["acm-pca:IssueCertificate", "acm-pca:GetCertificate"],
    },
    tagged(tagList(), "acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate"),
  ],
  "AWS::EC2::Instance": [
    {
      given: { SourceDestCheck: false },
      create: ["ec2:ModifyInstanceAttribute"],
      update: ["ec2:ModifyInstanceAttribute"],
      removal: ["ec2:ModifyInstanceAttribute"],
    },
    {
      given: [
        { SecurityGroupIds: [{ given: "given" }] },
        { SourceDestCheck: true },
        { DisableApiTermination: true },
        { InstanceInitiatedShutdownBehavior: "given" },
      ],
      update: ["ec2:ModifyInstanceAttribute"],
      removal: ["ec2:ModifyInstanceAttribute"],
    },
    {
      given: [
        { InstanceType: "given" },
        { EbsOptimized: true },
        { KernelId: "given" },
        { RamdiskId: "given" },
        { UserData: "given" },
      ],
      update: ["ec2:StopInstances", "ec2:ModifyInstanceAttribute", "ec2:StartInstances"],
      removal: ["ec2:StopInstances", "ec2:ModifyInstanceAttribute", "ec2:StartInstances"],
    },
    {
      given: { IamInstanceProfile: "given" },
      create: ["iam:PassRole"],
      update: ["ec2:DescribeIamInstanceProfileAssociations", "ec2:AssociateIamInstanceProfile", "iam:PassRole"],
      removal: ["ec2:DescribeIamInstanceProfileAssociations", "ec2:DisassociateIamInstanceProfile"],
    },
    { given: { SsmAssociations: [{ given: "given" }] }, create: ["ssm:CreateAssociation"] },
    { given: { Monitoring: true }, update: ["ec2:MonitorInstances"], removal: ["ec2:UnmonitorInstances"] },
    {
      given: { CreditSpecification: { given: "given" } },
      update: ["ec2:ModifyInstanceCreditSpecification"],
      removal: ["ec2:ModifyInstanceCreditSpecification"],
    },
    {
      given: { MetadataOptions: { given: "given" } },
      update: ["ec2:ModifyInstanceMetadataOptions"],
      removal: ["ec2:ModifyInstanceMetadataOptions"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
    { given: { Volumes: [{ VolumeId: "given" }] }, create: ["ec2:AttachVolume"] },
  ],
  "AWS::EC2::KeyPair": [
    {
      given: { PublicKeyMaterial: "given" },
      create: ["ec2:ImportKeyPair"],
      spares: ["ec2:CreateKeyPair", "ssm:PutParameter"],
    },
    { given: tagList(), create: ["ec2:CreateTags"] },
  ],
  "AWS::Route53Resolver::FirewallRuleGroupAssociation": [
    tagged(tagList(), "route53resolver:TagResource", "route53resolver:UntagResource"),
  ],
  "AWS::VpcLattice::ServiceNetwork": [tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource")],
  "AWS::VpcLattice::Service": [tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource")],
  "AWS::VpcLattice::Listener": [tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource")],
  "AWS::VpcLattice::ServiceNetworkServiceAssociation": [
    tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource"),
  ],
  "AWS::VpcLattice::ServiceNetworkVpcAssociation": [
    { given: { SecurityGroupIds: [{ given: "given" }] }, create: ["ec2:DescribeSecurityGroups"] },
    tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource"),
  ],
  "AWS::VpcLattice::TargetGroup": [
    {
      given: { Targets: [{ Id: "given" }] },
      beside: { Type: "ALB" },
      create: ["vpc-lattice:RegisterTargets", "elasticloadbalancing:DescribeLoadBalancers", "vpc-lattice:ListTargets"],
      delete: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
      update: ["vpc-lattice:RegisterTargets", "elasticloadbalancing:DescribeLoadBalancers", "vpc-lattice:ListTargets"],
      removal: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
    },
    {
      given: { Targets: [{ Id: "given" }] },
      beside: { Type: "IP" },
      create: ["vpc-lattice:RegisterTargets", "ec2:DescribeSubnets", "vpc-lattice:ListTargets"],
      delete: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
      update: ["vpc-lattice:RegisterTargets", "ec2:DescribeSubnets", "vpc-lattice:ListTargets"],
      removal: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
    },
    {
      given: { Targets: [{ Id: "given" }] },
      beside: { Type: "INSTANCE" },
      create: ["vpc-lattice:RegisterTargets", "ec2:DescribeInstances", "vpc-lattice:ListTargets"],
      delete: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
      update: ["vpc-lattice:RegisterTargets", "ec2:DescribeInstances", "vpc-lattice:ListTargets"],
      removal: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
    },
    {
      given: { Targets: [{ Id: "arn:aws:lambda:eu-central-1:123456789012:function:given" }] },
      beside: { Type: "LAMBDA" },
      create: ["vpc-lattice:RegisterTargets", "lambda:AddPermission", "vpc-lattice:ListTargets"],
      delete: ["vpc-lattice:DeregisterTargets", "lambda:RemovePermission", "vpc-lattice:ListTargets"],
      update: ["vpc-lattice:RegisterTargets", "lambda:AddPermission", "vpc-lattice:ListTargets"],
      removal: ["vpc-lattice:DeregisterTargets", "lambda:RemovePermission", "vpc-lattice:ListTargets"],
    },
    { given: { Config: { VpcIdentifier: "given" } }, create: ["ec2:DescribeVpcs"] },
    {
      given: { Targets: [{ given: "given" }] },
      create: ["vpc-lattice:RegisterTargets", "vpc-lattice:ListTargets"],
      delete: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
      update: ["vpc-lattice:RegisterTargets", "vpc-lattice:ListTargets"],
      removal: ["vpc-lattice:DeregisterTargets", "vpc-lattice:ListTargets"],
    },
    tagged(tagList(), "vpc-lattice:TagResource", "vpc-lattice:UntagResource"),
  ],
  "AWS::WAFv2::WebACL": [tagged(tagList(), "wafv2:TagResource", "wafv2:UntagResource")],
  "AWS::WAFv2::IPSet": [tagged(tagList(), "wafv2:TagResource", "wafv2:UntagResource")],
  "AWS::Route53Resolver::ResolverRule": [
    tagged(tagList(), "route53resolver:TagResource", "route53resolver:UntagResource"),
  ],
  "AWS::EC2::DHCPOptions": [tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags")],
  "AWS::EC2::VPCPeeringConnection": [
    { given: { PeerRoleArn: roleArn }, create: ["sts:AssumeRole"] },
    { given: { PeerOwnerId: "210987654321" }, spares: ["ec2:AcceptVpcPeeringConnection"] },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::NetworkInterface": [
    {
      given: [{ GroupSet: [{ given: "given" }] }, { Description: "given" }],
      update: ["ec2:ModifyNetworkInterfaceAttribute"],
      removal: ["ec2:ModifyNetworkInterfaceAttribute"],
    },
    {
      given: { SourceDestCheck: true },
      create: ["ec2:ModifyNetworkInterfaceAttribute"],
      update: ["ec2:ModifyNetworkInterfaceAttribute"],
      removal: ["ec2:ModifyNetworkInterfaceAttribute"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::FlowLog": [
    { given: { DeliverLogsPermissionArn: roleArn }, create: ["iam:PassRole"] },
    { given: { LogDestinationType: "s3" }, create: ["logs:CreateLogDelivery"], delete: ["logs:DeleteLogDelivery"] },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::EC2::NetworkAcl": [tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags")],
  "AWS::EC2::LaunchTemplate": [
    { given: { TagSpecifications: [{ given: "given" }] }, create: ["ec2:CreateTags"] },
    {
      given: [{ LaunchTemplateData: { given: "given" } }, { VersionDescription: "given" }],
      update: ["ec2:CreateLaunchTemplateVersion"],
      removal: ["ec2:CreateLaunchTemplateVersion"],
    },
  ],
  "AWS::EC2::Volume": [
    { given: { KmsKeyId: keyArn }, create: ["kms:CreateGrant", "kms:GenerateDataKeyWithoutPlaintext"] },
    {
      given: { AutoEnableIO: true },
      create: ["ec2:ModifyVolumeAttribute"],
      update: ["ec2:ModifyVolumeAttribute"],
      removal: ["ec2:ModifyVolumeAttribute"],
    },
    {
      given: [{ Iops: 1 }, { MultiAttachEnabled: true }, { Size: 1 }, { Throughput: 1 }, { VolumeType: "given" }],
      update: ["ec2:ModifyVolume", "ec2:DescribeVolumesModifications"],
      removal: ["ec2:ModifyVolume", "ec2:DescribeVolumesModifications"],
    },
    tagged(tagList(), "ec2:CreateTags", "ec2:DeleteTags"),
  ],
  "AWS::CloudFront::KeyValueStore": [
    {
      given: { ImportSource: { SourceArn: "arn:aws:s3:::given/keys.json" } },
      create: ["s3:GetObject", "s3:GetBucketLocation"],
    },
    tagged(tagList(), "cloudfront:TagResource", "cloudfront:UntagResource"),
  ],
  "AWS::WAFv2::RegexPatternSet": [tagged(tagList(), "wafv2:TagResource", "wafv2:UntagResource")],
  "AWS::WAFv2::RuleGroup": [tagged(tagList(), "wafv2:TagResource", "wafv2:UntagResource")],
  "AWS::WAFv2::LoggingConfiguration": [
    {
      given: { LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-given"] },
      create: ["logs:CreateLogDelivery", "s3:GetBucketPolicy", "s3:PutBucketPolicy"],
      update: ["logs:CreateLogDelivery", "s3:GetBucketPolicy", "s3:PutBucketPolicy"],
    },
    {
      given: { LogDestinationConfigs: ["arn:aws:logs:eu-central-1:123456789012:log-group:aws-waf-logs-given"] },
      create: logDelivery,
      delete: ["logs:DeleteLogDelivery"],
      update: logDelivery,
    },
  ],
  "AWS::CloudFront::RealtimeLogConfig": [
    {
      given: { EndPoints: [{ KinesisStreamConfig: { RoleArn: roleArn } }] },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
  ],
};
