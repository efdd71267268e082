/** A known way from some permissions to more: its id at pathfinding.cloud, and all that it takes. */
export interface EscalationPath {
  readonly id: string;
  readonly category: "new-passrole" | "existing-passrole" | "principal-access" | "self-escalation";
  readonly permissions: readonly string[];
}

/**
 * Ids and permissions of the published privilege-escalation paths, August 2026.
 * Source: https://pathfinding.cloud (Apache-2.0)
 */
export const escalationPaths: readonly EscalationPath[] = [
  { id: "apprunner-001", category: "new-passrole", permissions: ["iam:PassRole", "apprunner:CreateService"] },
  { id: "apprunner-002", category: "existing-passrole", permissions: ["apprunner:UpdateService"] },
  {
    id: "bedrock-001",
    category: "new-passrole",
    permissions: [
      "iam:PassRole",
      "bedrock-agentcore:CreateCodeInterpreter",
      "bedrock-agentcore:StartCodeInterpreterSession",
      "bedrock-agentcore:InvokeCodeInterpreter",
    ],
  },
  {
    id: "bedrock-002",
    category: "existing-passrole",
    permissions: ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"],
  },
  { id: "cloudformation-001", category: "new-passrole", permissions: ["iam:PassRole", "cloudformation:CreateStack"] },
  { id: "cloudformation-002", category: "existing-passrole", permissions: ["cloudformation:UpdateStack"] },
  {
    id: "cloudformation-003",
    category: "new-passrole",
    permissions: ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"],
  },
  {
    id: "cloudformation-004",
    category: "new-passrole",
    permissions: ["iam:PassRole", "cloudformation:UpdateStackSet"],
  },
  {
    id: "cloudformation-005",
    category: "new-passrole",
    permissions: ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
  },
  {
    id: "codebuild-001",
    category: "new-passrole",
    permissions: ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"],
  },
  { id: "codebuild-002", category: "existing-passrole", permissions: ["codebuild:StartBuild"] },
  { id: "codebuild-003", category: "existing-passrole", permissions: ["codebuild:StartBuildBatch"] },
  {
    id: "codebuild-004",
    category: "new-passrole",
    permissions: ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"],
  },
  {
    id: "datapipeline-001",
    category: "new-passrole",
    permissions: [
      "iam:PassRole",
      "datapipeline:CreatePipeline",
      "datapipeline:PutPipelineDefinition",
      "datapipeline:ActivatePipeline",
    ],
  },
  { id: "ec2-001", category: "new-passrole", permissions: ["iam:PassRole", "ec2:RunInstances"] },
  {
    id: "ec2-002",
    category: "existing-passrole",
    permissions: ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
  },
  { id: "ec2-003", category: "new-passrole", permissions: ["iam:PassRole", "ec2:RequestSpotInstances"] },
  {
    id: "ec2-004",
    category: "existing-passrole",
    permissions: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
  },
  {
    id: "ec2instanceconnect-003",
    category: "existing-passrole",
    permissions: ["ec2-instance-connect:SendSSHPublicKey", "ec2:DescribeInstances"],
  },
  {
    id: "ecs-001",
    category: "new-passrole",
    permissions: ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:CreateService"],
  },
  {
    id: "ecs-002",
    category: "new-passrole",
    permissions: ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
  },
  {
    id: "ecs-003",
    category: "new-passrole",
    permissions: ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"],
  },
  {
    id: "ecs-004",
    category: "new-passrole",
    permissions: ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
  },
  {
    id: "ecs-005",
    category: "new-passrole",
    permissions: ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"],
  },
  { id: "glue-001", category: "new-passrole", permissions: ["iam:PassRole", "glue:CreateDevEndpoint"] },
  { id: "glue-002", category: "existing-passrole", permissions: ["glue:UpdateDevEndpoint"] },
  { id: "glue-003", category: "new-passrole", permissions: ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"] },
  { id: "glue-004", category: "new-passrole", permissions: ["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"] },
  { id: "glue-005", category: "new-passrole", permissions: ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"] },
  { id: "glue-006", category: "new-passrole", permissions: ["iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"] },
  { id: "iam-001", category: "self-escalation", permissions: ["iam:CreatePolicyVersion"] },
  { id: "iam-002", category: "principal-access", permissions: ["iam:CreateAccessKey"] },
  { id: "iam-003", category: "principal-access", permissions: ["iam:CreateAccessKey", "iam:DeleteAccessKey"] },
  { id: "iam-004", category: "principal-access", permissions: ["iam:CreateLoginProfile"] },
  { id: "iam-005", category: "self-escalation", permissions: ["iam:PutRolePolicy"] },
  { id: "iam-006", category: "principal-access", permissions: ["iam:UpdateLoginProfile"] },
  { id: "iam-007", category: "self-escalation", permissions: ["iam:PutUserPolicy"] },
  { id: "iam-008", category: "self-escalation", permissions: ["iam:AttachUserPolicy"] },
  { id: "iam-009", category: "self-escalation", permissions: ["iam:AttachRolePolicy"] },
  { id: "iam-010", category: "self-escalation", permissions: ["iam:AttachGroupPolicy"] },
  { id: "iam-011", category: "self-escalation", permissions: ["iam:PutGroupPolicy"] },
  { id: "iam-012", category: "principal-access", permissions: ["iam:UpdateAssumeRolePolicy"] },
  { id: "iam-013", category: "self-escalation", permissions: ["iam:AddUserToGroup"] },
  { id: "iam-014", category: "principal-access", permissions: ["iam:AttachRolePolicy", "sts:AssumeRole"] },
  { id: "iam-015", category: "principal-access", permissions: ["iam:AttachUserPolicy", "iam:CreateAccessKey"] },
  { id: "iam-016", category: "principal-access", permissions: ["iam:CreatePolicyVersion", "sts:AssumeRole"] },
  { id: "iam-017", category: "principal-access", permissions: ["iam:PutRolePolicy", "sts:AssumeRole"] },
  { id: "iam-018", category: "principal-access", permissions: ["iam:PutUserPolicy", "iam:CreateAccessKey"] },
  { id: "iam-019", category: "principal-access", permissions: ["iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"] },
  {
    id: "iam-020",
    category: "principal-access",
    permissions: ["iam:CreatePolicyVersion", "iam:UpdateAssumeRolePolicy"],
  },
  { id: "iam-021", category: "principal-access", permissions: ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"] },
  {
    id: "lambda-001",
    category: "new-passrole",
    permissions: ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
  },
  {
    id: "lambda-002",
    category: "new-passrole",
    permissions: ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
  },
  { id: "lambda-003", category: "existing-passrole", permissions: ["lambda:UpdateFunctionCode"] },
  {
    id: "lambda-004",
    category: "existing-passrole",
    permissions: ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"],
  },
  {
    id: "lambda-005",
    category: "existing-passrole",
    permissions: ["lambda:UpdateFunctionCode", "lambda:AddPermission"],
  },
  {
    id: "lambda-006",
    category: "new-passrole",
    permissions: ["iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"],
  },
  { id: "sagemaker-001", category: "new-passrole", permissions: ["iam:PassRole", "sagemaker:CreateNotebookInstance"] },
  { id: "sagemaker-002", category: "new-passrole", permissions: ["iam:PassRole", "sagemaker:CreateTrainingJob"] },
  { id: "sagemaker-003", category: "new-passrole", permissions: ["iam:PassRole", "sagemaker:CreateProcessingJob"] },
  { id: "sagemaker-004", category: "existing-passrole", permissions: ["sagemaker:CreatePresignedNotebookInstanceUrl"] },
  {
    id: "sagemaker-005",
    category: "existing-passrole",
    permissions: [
      "sagemaker:CreateNotebookInstanceLifecycleConfig",
      "sagemaker:StopNotebookInstance",
      "sagemaker:UpdateNotebookInstance",
      "sagemaker:StartNotebookInstance",
    ],
  },
  { id: "ssm-001", category: "existing-passrole", permissions: ["ssm:StartSession"] },
  { id: "ssm-002", category: "existing-passrole", permissions: ["ssm:SendCommand"] },
  { id: "sts-001", category: "principal-access", permissions: ["sts:AssumeRole"] },
];
