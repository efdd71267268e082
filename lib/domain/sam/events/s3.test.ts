import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const upload = (Bucket: Json = { Ref: "Uploads" }) => ({
  Type: "S3",
  Properties: { Bucket, Events: ["s3:ObjectCreated:*"], Filter: { S3Key: "x" } },
});
const expand = (bucket: JsonObject, attributes: JsonObject = {}, event: JsonObject = upload()) =>
  expandResources({
    Orders: functionWith({ Upload: event }, {}, attributes),
    Uploads: { Type: "AWS::S3::Bucket", ...bucket },
  });
const notification = {
  Function: { "Fn::GetAtt": ["Orders", "Arn"] },
  Filter: { S3Key: "x" },
  Event: "s3:ObjectCreated:*",
};

describe("S3", () => {
  it("notifies the function, once the permission is there", () => {
    const { resources } = expand({ DependsOn: "Other", Properties: { BucketName: "uploads" } });
    expect(resources.Uploads).toEqual({
      Type: "AWS::S3::Bucket",
      DependsOn: ["Other", "OrdersUploadPermission"],
      Properties: { BucketName: "uploads", NotificationConfiguration: { LambdaConfigurations: [notification] } },
    });
    expect(resources.OrdersUploadPermission?.Properties).toMatchObject({
      Principal: "s3.amazonaws.com",
      SourceAccount: { Ref: "AWS::AccountId" },
    });
  });

  it("makes the bucket of a conditional function depend on the permission by a tag", () => {
    const { resources } = expand({}, { Condition: "IsProd" });
    expect(resources.Uploads).toEqual({
      Type: "AWS::S3::Bucket",
      Properties: {
        Tags: [
          {
            Key: "sam:ConditionalDependsOn:OrdersUploadPermission",
            Value: { "Fn::If": ["IsProd", { Ref: "OrdersUploadPermission" }, "no dependency"] },
          },
        ],
        NotificationConfiguration: {
          LambdaConfigurations: [{ "Fn::If": ["IsProd", notification, { Ref: "AWS::NoValue" }] }],
        },
      },
    });
  });

  it.each([
    [{}, upload("uploads"), /must refer to a bucket/],
    [{}, upload({ Ref: "Missing" }), /must refer to a bucket/],
    [{ DependsOn: [{ a: 1 }] }, upload(), /must be a string or a list of strings/],
    [{ Properties: { Unheard: 1 } }, upload(), /has no property 'Unheard'/],
    [{ Properties: { NotificationConfiguration: [] } }, upload(), /must be a map/],
  ])("refuses bucket %j with event %j", (bucket, event, message) => {
    const { problems } = expand(bucket, {}, event);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });
});
