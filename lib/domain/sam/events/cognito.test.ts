import { describe, expect, it } from "vitest";
import type { Json } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const pool = { Type: "AWS::Cognito::UserPool", Properties: { LambdaConfig: { PreSignUp: "other" } } };
const trigger = (Trigger: Json, UserPool: Json = { Ref: "Users" }) => ({
  Type: "Cognito",
  Properties: { UserPool, Trigger },
});

describe("Cognito", () => {
  it("adds the triggers to the user pool of the template", () => {
    const { resources } = expandResources({
      Orders: functionWith({ Login: trigger(["PreAuthentication", "CustomMessage"]) }),
      Users: pool,
    });
    const arn = { "Fn::GetAtt": ["Orders", "Arn"] };
    expect(resources.Users?.Properties).toEqual({
      LambdaConfig: { PreSignUp: "other", PreAuthentication: arn, CustomMessage: arn },
    });
    expect(resources.OrdersCognitoPermission?.Properties).toMatchObject({
      Principal: "cognito-idp.amazonaws.com",
      SourceArn: { "Fn::GetAtt": ["Users", "Arn"] },
    });
  });

  it.each([
    [trigger("PreSignUp"), /already set/],
    [trigger("PostConfirmation", { Ref: "Missing" }), /must refer to a user pool/],
    [trigger("PostConfirmation", "pool-1"), /must refer to a user pool/],
  ])("refuses %j", (event, message) => {
    const { problems } = expandResources({ Orders: functionWith({ Login: event }), Users: pool });
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
