import { invalidResource } from "../fault";
import { makeResource, type Resource } from "../resource";
import { type Fields, isGiven, isList, type Value, type ValueMap } from "../value";
import type { Connection, Connector } from "./expand-connector";

/** The policies or permissions of one connection. */
export function makeConnectorResources(connector: Connector, connection: Connection): Resource[] {
  return makers[connection.profile.makes](connector, connection);
}

type Maker = (connector: Connector, connection: Connection) => Resource[];

const makeManagedPolicy: Maker = (connector, connection) => {
  const role = attached(connector, connection, "roleName", "role");
  const properties = { PolicyDocument: document(connection), Roles: [role] };
  return [make("AWS::IAM::ManagedPolicy", "Policy", connector, connection, properties)];
};

const makeLambdaPermissions: Maker = (connector, connection) => {
  const functionArn = attached(connector, connection, "arn", "function ARN");
  return [...connection.granted].map(([permission, { Action, Principal, SourceArn, SourceAccount }]) =>
    make("AWS::Lambda::Permission", `${permission}LambdaPermission`, connector, connection, {
      Action,
      FunctionName: functionArn,
      Principal,
      SourceArn,
      SourceAccount,
    }),
  );
};

const makeTopicPolicy: Maker = (connector, connection) => {
  const topic = attached(connector, connection, "arn", "topic ARN");
  const properties = { Topics: [topic], PolicyDocument: document(connection) };
  return [make("AWS::SNS::TopicPolicy", "TopicPolicy", connector, connection, properties)];
};

const makeQueuePolicy: Maker = (connector, connection) => {
  const queue = attached(connector, connection, "queueUrl", "queue URL");
  const properties = { PolicyDocument: document(connection), Queues: [queue] };
  return [make("AWS::SQS::QueuePolicy", "QueuePolicy", connector, connection, properties)];
};

const makers: Readonly<Record<Connection["profile"]["makes"], Maker>> = {
  "managed-policy": makeManagedPolicy,
  "lambda-permission": makeLambdaPermissions,
  "topic-policy": makeTopicPolicy,
  "queue-policy": makeQueuePolicy,
};

function make(type: string, kind: string, connector: Connector, { suffix }: Connection, properties: Fields): Resource {
  const made = makeResource(type, connector.logicalId + kind + suffix, { ...connector.attributes }, properties);
  if (connector.dependsOn !== undefined) made.dependsOn = connector.dependsOn;
  return made;
}

function document({ granted }: Connection): ValueMap {
  const statements = [...granted.values()].flatMap(({ Statement }) => (isList(Statement) ? Statement : []));
  return { Version: "2012-10-17", Statement: statements };
}

/** What identifies the end that the policy is attached to. */
function attached(
  { logicalId }: Connector,
  { source, destination, profile }: Connection,
  field: "roleName" | "arn" | "queueUrl",
  what: string,
): Value {
  const end = profile.attachedTo === "source" ? "Source" : "Destination";
  const value = (end === "Source" ? source : destination)[field];
  if (isGiven(value)) return value;
  throw invalidResource(logicalId, `The ${what} of '${end}' is not known. Give it.`, `Properties.${end}`);
}
