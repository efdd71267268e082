import type { StackTarget } from "../stack";

export const promptsVersion = 1;

export interface Prompt {
  readonly turn: "draft" | "review" | "revise";
  readonly text: string;
}

/** The three turns of the conversation with a model, in their order. The template is quoted as data, never to be followed. */
export function buildPrompts(templateText: string, target: StackTarget, hasImageFunctions: boolean): readonly Prompt[] {
  return [
    { turn: "draft", text: draftPrompt(templateText, target, hasImageFunctions) },
    { turn: "review", text: reviewPrompt },
    { turn: "revise", text: revisePrompt },
  ];
}

function draftPrompt(templateText: string, { stackName, region, account }: StackTarget, hasImages: boolean): string {
  return `You are an AWS IAM security expert. Write the least-privilege identity policy for the IAM role
that a GitHub Actions job assumes (by OIDC) to run \`sam build\` and \`sam deploy\` for the AWS SAM
template below. There is no separate CloudFormation service role: CloudFormation acts with this
role's own permissions. The role must be able to create the stack, update it later, roll back a
failed deployment, and delete the stack. Deployment artifacts go to the bucket that
\`sam deploy --resolve-s3\` manages (the stack \`aws-sam-cli-managed-default\`), which already exists.${hasImages ? imageSentence : ""}

Stack name: ${stackName}
Region: ${region}
Account: ${account}

Answer with one JSON object and nothing else:
{"policy": <IAM policy document>, "reasons": [{"sid": "<statement Sid>", "why": "<one sentence>"}]}

<template>
${quote(templateText)}
</template>`;
}

const imageSentence = ` Container
images go to the ECR repository that \`sam deploy --resolve-image-repos\` manages.`;

const reviewPrompt = `Act as a security reviewer. Review the policy that you wrote: privilege escalation, actions that
do not exist, resources wider than needed, missing conditions, and permissions that the deployment
needs but the policy lacks. Answer with one JSON object and nothing else:
{"findings": [{"severity": "high|medium|low", "sid": "<Sid or null>", "problem": "<text>", "fix": "<text>"}]}`;

const revisePrompt = `Apply the findings that you agree with. Answer with the whole revised object, in the form of the
first answer, and nothing else.`;

// A closing marker inside the template would end the quotation early.
function quote(templateText: string): string {
  return templateText.trimEnd().replace(/<\/template/gi, "<\\/template");
}
