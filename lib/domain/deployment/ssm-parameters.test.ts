import { expect, it } from "vitest";
import { ssmParameterArn } from "./ssm-parameters";

const target = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;

it.each([
  ["/shop/host", "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/host"],
  ["host", "arn:aws:ssm:eu-central-1:123456789012:parameter/host"],
  [
    "/aws/service/ami-amazon-linux-latest/al2023",
    "arn:aws:ssm:eu-central-1::parameter/aws/service/ami-amazon-linux-latest/al2023",
  ],
  [
    "/aws/reference/secretsmanager/login",
    "arn:aws:ssm:eu-central-1:123456789012:parameter/aws/reference/secretsmanager/login",
  ],
  ["arn:aws:ssm:eu-west-1:210987654321:parameter/shared", "arn:aws:ssm:eu-west-1:210987654321:parameter/shared"],
])("the parameter %s is authorised as %s", (name, arn) => {
  expect(ssmParameterArn(name, target)).toBe(arn);
});
