import { describe, expect, it } from "vitest";
import { type ConnectorProfile, fillAccess, findConnectorProfile } from "./connector-profile";

const profile: ConnectorProfile = {
  makes: "managed-policy",
  attachedTo: "source",
  access: {
    Read: {
      Statement: [{ Resource: ["%{Destination.Arn}", "%{Destination.Arn}/*", "arn:${AWS::Partition}:x", "plain"] }],
    },
  },
};
const source = { logicalId: "A", type: "S" };

describe("connector profiles", () => {
  it("exist for pairs of types", () => {
    expect(findConnectorProfile("AWS::Lambda::Function", "AWS::SQS::Queue")?.makes).toBe("managed-policy");
    expect(findConnectorProfile("AWS::SQS::Queue", "AWS::SQS::Queue")).toBeNull();
    expect(findConnectorProfile("constructor", "toString")).toBeNull();
  });

  it("are filled with values as they are, and with Fn::Sub where text surrounds them", () => {
    const arn = { "Fn::GetAtt": ["B", "Arn"] };
    const filled = fillAccess(profile, source, { logicalId: "B", type: "D", arn });
    const Resource = [
      arn,
      { "Fn::Sub": ["${DestinationArn}/*", { DestinationArn: arn }] },
      { "Fn::Sub": "arn:${AWS::Partition}:x" },
      "plain",
    ];
    expect(filled).toEqual({ kind: "filled", access: new Map([["Read", { Statement: [{ Resource }] }]]) });
  });

  it("say what they miss", () => {
    expect(fillAccess(profile, source, { logicalId: null, type: "D" })).toEqual({
      kind: "missing",
      variable: "Destination.Arn",
    });
  });
});
