import { type ConditionalCases, keyArn, roleArn, tagged, tagList, tagMap } from "./conditional-case";

export const securityCases: ConditionalCases = {
  "AWS::IAM::Role": [
    {
      given: { PermissionsBoundary: "given" },
      update: ["iam:PutRolePermissionsBoundary"],
      removal: ["iam:DeleteRolePermissionsBoundary"],
    },
    {
      given: { ManagedPolicyArns: true },
      create: ["iam:AttachRolePolicy"],
      delete: ["iam:DetachRolePolicy"],
      update: ["iam:AttachRolePolicy"],
      removal: ["iam:DetachRolePolicy"],
    },
    {
      given: { Policies: [{ given: "given" }] },
      create: ["iam:GetRolePolicy", "iam:PutRolePolicy"],
      delete: ["iam:DeleteRolePolicy"],
      update: ["iam:GetRolePolicy", "iam:PutRolePolicy"],
      removal: ["iam:DeleteRolePolicy"],
    },
    { given: { Description: "given" }, update: ["iam:UpdateRoleDescription"], removal: ["iam:UpdateRoleDescription"] },
    { given: { MaxSessionDuration: 1 }, update: ["iam:UpdateRole"], removal: ["iam:UpdateRole"] },
    {
      given: { AssumeRolePolicyDocument: { given: "given" } },
      update: ["iam:UpdateAssumeRolePolicy"],
      removal: ["iam:UpdateAssumeRolePolicy"],
    },
    tagged(tagList(), "iam:TagRole", "iam:UntagRole"),
  ],
  "AWS::IAM::Policy": [
    {
      given: { Roles: true },
      create: ["iam:GetRolePolicy", "iam:PutRolePolicy"],
      delete: ["iam:DeleteRolePolicy"],
      update: ["iam:PutRolePolicy"],
      removal: ["iam:DeleteRolePolicy"],
    },
    {
      given: { Users: true },
      create: ["iam:GetUserPolicy", "iam:PutUserPolicy"],
      delete: ["iam:DeleteUserPolicy"],
      update: ["iam:PutUserPolicy"],
      removal: ["iam:DeleteUserPolicy"],
    },
    {
      given: { Groups: true },
      create: ["iam:GetGroupPolicy", "iam:PutGroupPolicy"],
      delete: ["iam:DeleteGroupPolicy"],
      update: ["iam:PutGroupPolicy"],
      removal: ["iam:DeleteGroupPolicy"],
    },
  ],
  "AWS::IAM::ManagedPolicy": [
    {
      given: { Roles: true },
      create: ["iam:AttachRolePolicy"],
      delete: ["iam:DetachRolePolicy"],
      update: ["iam:AttachRolePolicy"],
      removal: ["iam:DetachRolePolicy"],
    },
    {
      given: { Users: true },
      create: ["iam:AttachUserPolicy"],
      delete: ["iam:DetachUserPolicy"],
      update: ["iam:AttachUserPolicy"],
      removal: ["iam:DetachUserPolicy"],
    },
    {
      given: { Groups: true },
      create: ["iam:AttachGroupPolicy"],
      delete: ["iam:DetachGroupPolicy"],
      update: ["iam:AttachGroupPolicy"],
      removal: ["iam:DetachGroupPolicy"],
    },
    {
      given: { PolicyDocument: { given: "given" } },
      update: ["iam:ListPolicyVersions", "iam:CreatePolicyVersion", "iam:DeletePolicyVersion"],
      removal: ["iam:ListPolicyVersions", "iam:CreatePolicyVersion", "iam:DeletePolicyVersion"],
    },
  ],
  "AWS::IAM::InstanceProfile": [
    {
      given: { Roles: true },
      create: ["iam:AddRoleToInstanceProfile", "iam:PassRole"],
      delete: ["iam:RemoveRoleFromInstanceProfile"],
      update: ["iam:AddRoleToInstanceProfile", "iam:PassRole"],
      removal: ["iam:RemoveRoleFromInstanceProfile"],
    },
  ],
  "AWS::IAM::User": [
    { given: { Path: "/given/" }, update: ["iam:UpdateUser"], removal: ["iam:UpdateUser"] },
    {
      given: { ManagedPolicyArns: true },
      create: ["iam:AttachUserPolicy"],
      delete: ["iam:DetachUserPolicy"],
      update: ["iam:AttachUserPolicy"],
      removal: ["iam:DetachUserPolicy"],
    },
    {
      given: { Policies: [{ given: "given" }] },
      create: ["iam:GetUserPolicy", "iam:PutUserPolicy"],
      delete: ["iam:DeleteUserPolicy"],
      update: ["iam:GetUserPolicy", "iam:PutUserPolicy"],
      removal: ["iam:DeleteUserPolicy"],
    },
    { given: { Groups: true }, create: ["iam:AddUserToGroup"], delete: ["iam:RemoveUserFromGroup"] },
    {
      given: { LoginProfile: { given: "given" } },
      create: ["iam:CreateLoginProfile"],
      delete: ["iam:DeleteLoginProfile"],
    },
    { given: tagList(), create: ["iam:TagUser"], update: ["iam:TagUser"] },
  ],
  "AWS::IAM::Group": [
    {
      given: { ManagedPolicyArns: true },
      create: ["iam:AttachGroupPolicy"],
      delete: ["iam:DetachGroupPolicy"],
      update: ["iam:AttachGroupPolicy"],
      removal: ["iam:DetachGroupPolicy"],
    },
    {
      given: { Policies: [{ given: "given" }] },
      create: ["iam:GetGroupPolicy", "iam:PutGroupPolicy"],
      delete: ["iam:DeleteGroupPolicy"],
      update: ["iam:GetGroupPolicy", "iam:PutGroupPolicy"],
      removal: ["iam:DeleteGroupPolicy"],
    },
  ],
  "AWS::Cognito::UserPool": [
    { given: { SmsConfiguration: { SnsCallerArn: "given" } }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: [{ MfaConfiguration: "given" }, { EnabledMfas: [{ given: "given" }] }],
      create: ["cognito-idp:SetUserPoolMfaConfig"],
      update: ["cognito-idp:SetUserPoolMfaConfig"],
      removal: ["cognito-idp:SetUserPoolMfaConfig"],
    },
    {
      given: { Schema: [{ given: "given" }] },
      update: ["cognito-idp:AddCustomAttributes"],
      removal: ["cognito-idp:AddCustomAttributes"],
    },
    tagged(tagMap("UserPoolTags"), "cognito-idp:TagResource", "cognito-idp:UntagResource"),
  ],
  "AWS::Cognito::UserPoolGroup": [{ given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] }],
  "AWS::Cognito::UserPoolDomain": [
    {
      given: { CustomDomainConfig: { given: "given" } },
      create: ["cloudfront:UpdateDistribution"],
      update: ["cloudfront:UpdateDistribution"],
    },
  ],
  "AWS::Cognito::IdentityPool": [
    tagged(tagList("IdentityPoolTags"), "cognito-identity:TagResource", "cognito-identity:UntagResource"),
  ],
  "AWS::Cognito::IdentityPoolRoleAttachment": [
    {
      given: [{ Roles: { authenticated: roleArn } }, { Roles: { unauthenticated: roleArn } }],
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
  ],
  "AWS::KMS::Key": [
    { given: { KeyPolicy: { given: "given" } }, create: ["kms:PutKeyPolicy"], update: ["kms:PutKeyPolicy"] },
    {
      given: { EnableKeyRotation: true },
      create: ["kms:EnableKeyRotation"],
      update: ["kms:EnableKeyRotation"],
      removal: ["kms:DisableKeyRotation"],
    },
    // The default needs no call.
    { given: { Enabled: true } },
    { given: { Enabled: false }, create: ["kms:DisableKey"], update: ["kms:DisableKey"], removal: ["kms:EnableKey"] },
    { given: { RotationPeriodInDays: 180 } },
    {
      given: { RotationPeriodInDays: 180 },
      beside: { EnableKeyRotation: true },
      update: ["kms:EnableKeyRotation"],
      removal: ["kms:EnableKeyRotation"],
    },
    { given: { Description: "given" }, update: ["kms:UpdateKeyDescription"], removal: ["kms:UpdateKeyDescription"] },
    {
      given: tagList(),
      create: ["kms:TagResource"],
      update: ["kms:ListResourceTags", "kms:TagResource"],
      removal: ["kms:ListResourceTags", "kms:UntagResource"],
    },
  ],
  "AWS::KMS::ReplicaKey": [
    { given: { KeyPolicy: { given: "given" } }, update: ["kms:PutKeyPolicy"] },
    { given: { Description: "given" }, update: ["kms:UpdateKeyDescription"], removal: ["kms:UpdateKeyDescription"] },
    tagged(tagList(), "kms:TagResource", "kms:UntagResource"),
  ],
  "AWS::SecretsManager::Secret": [
    {
      given: { GenerateSecretString: { given: "given" } },
      create: ["secretsmanager:GetRandomPassword"],
      update: ["secretsmanager:GetRandomPassword", "secretsmanager:UpdateSecret"],
      removal: ["secretsmanager:UpdateSecret"],
    },
    {
      given: { KmsKeyId: keyArn },
      create: ["kms:GenerateDataKey", "kms:Decrypt"],
      update: ["secretsmanager:UpdateSecret", "kms:GenerateDataKey", "kms:Decrypt"],
      removal: ["secretsmanager:UpdateSecret"],
    },
    {
      given: { ReplicaRegions: [{ given: "given" }] },
      create: ["secretsmanager:ReplicateSecretToRegions"],
      update: ["secretsmanager:ReplicateSecretToRegions"],
      removal: ["secretsmanager:RemoveRegionsFromReplication"],
    },
    {
      given: [{ Description: "given" }, { SecretString: "given" }, { Type: "given" }],
      update: ["secretsmanager:UpdateSecret"],
      removal: ["secretsmanager:UpdateSecret"],
    },
    tagged(tagList(), "secretsmanager:TagResource", "secretsmanager:UntagResource"),
  ],
  "AWS::SecretsManager::RotationSchedule": [
    {
      given: { RotationLambdaARN: "arn:aws:lambda:eu-central-1:123456789012:function:given" },
      create: ["lambda:InvokeFunction"],
      update: ["lambda:InvokeFunction"],
    },
  ],
  "AWS::ACMPCA::CertificateAuthority": [
    {
      given: { RevocationConfiguration: { given: "given" } },
      update: ["acm-pca:UpdateCertificateAuthority"],
      removal: ["acm-pca:UpdateCertificateAuthority"],
    },
    tagged(tagList(), "acm-pca:TagCertificateAuthority", "acm-pca:UntagCertificateAuthority"),
  ],
  "AWS::ACMPCA::CertificateAuthorityActivation": [
    {
      given: { Status: "given" },
      create: ["acm-pca:UpdateCertificateAuthority"],
      update: ["acm-pca:UpdateCertificateAuthority"],
      removal: ["acm-pca:UpdateCertificateAuthority"],
    },
    {
      given: [{ Certificate: "given" }, { CertificateChain: "given" }],
      update: ["acm-pca:ImportCertificateAuthorityCertificate"],
      removal: ["acm-pca:ImportCertificateAuthorityCertificate"],
    },
  ],
  "AWS::GuardDuty::MalwareProtectionPlan": [
    { given: { Role: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "guardduty:TagResource", "guardduty:UntagResource"),
  ],
  "AWS::GuardDuty::Detector": [tagged(tagList(), "guardduty:TagResource", "guardduty:UntagResource")],
};
