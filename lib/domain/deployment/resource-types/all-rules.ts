import type { ResourceRule } from "../resource-rule";
import { apiGatewayRules } from "./api-gateway/api-gateway";
import { cloudFormationRules } from "./cloudformation";
import { dynamodbRules } from "./dynamodb";
import { iamRules } from "./iam/iam";
import { lambdaRules } from "./lambda/lambda";
import { logsRules } from "./logs";
import { s3Rules } from "./s3/s3";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";

/** Every rule, in the order of the services' weight in real stacks. A new file is registered here. */
export const allRules: readonly ResourceRule[] = [
  ...cloudFormationRules,
  ...lambdaRules,
  ...iamRules,
  ...logsRules,
  ...apiGatewayRules,
  ...dynamodbRules,
  ...sqsRules,
  ...snsRules,
  ...s3Rules,
];
