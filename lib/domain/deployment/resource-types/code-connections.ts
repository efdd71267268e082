import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

/** The service under its name of today and the one it had, each with resources of its own. */
const connectionRule = (type: string, prefix: "codeconnections" | "codestar-connections"): ResourceRule =>
  plainRule({
    type,
    service: awsService({
      prefix,
      documentation: (operation) => `https://docs.aws.amazon.com/${prefix}/latest/APIReference/API_${operation}.html`,
    }),
    identify: (r) => {
      const arn = r.arn(prefix, `connection/${r.invent("id", { alphabet: "uuid" })}`);
      return {
        physicalId: arn,
        arn,
        attributes: { ConnectionArn: arn, ConnectionStatus: "PENDING", OwnerAccountId: r.target.account },
      };
    },
    create: "CreateConnection",
    readForAttributes: "GetConnection",
    delete: "DeleteConnection",
    on: { CreateConnection: anything },
  });

export const codeConnectionRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codeconnections-connection.html */
  connectionRule("AWS::CodeConnections::Connection", "codeconnections"),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codestarconnections-connection.html */
  connectionRule("AWS::CodeStarConnections::Connection", "codestar-connections"),
];
