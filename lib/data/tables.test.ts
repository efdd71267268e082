import { describe, expect, test } from "vitest";
import { loadActionCatalogue } from "./action-catalogue";
import { loadManagedPolicies } from "./managed-policies";
import { loadResourceSpec } from "./resource-spec";

describe("the action catalogue", () => {
  const { services, resourceTypes } = loadActionCatalogue();

  test("gives an action the resources and condition keys that the reference lists", () => {
    const passRole = services["iam"]?.["passrole"];
    expect(passRole).toMatchObject({ name: "PassRole", accessLevel: "Write", resourceTypes: ["role"] });
    expect(passRole?.conditionKeys).toContain("iam:PassedToService");
  });

  test("knows actions that take no resource", () => {
    expect(services["sts"]?.["getcalleridentity"]?.resourceTypes).toEqual([]);
  });

  test("names every resource type that an action refers to", () => {
    const unnamed = Object.entries(services).flatMap(([service, actions]) =>
      Object.values(actions).flatMap((action) =>
        action.resourceTypes.filter((type) => !Object.hasOwn(resourceTypes[service] ?? {}, type)),
      ),
    );
    expect(unnamed).toEqual([]);
  });

  test("keeps every action under its name in lower case", () => {
    for (const actions of Object.values(services)) {
      for (const [key, { name }] of Object.entries(actions)) expect(key).toBe(name.toLowerCase());
    }
  });
});

describe("the managed policies", () => {
  const { policies } = loadManagedPolicies();

  test("have the path of their ARN", () => {
    expect(policies["AdministratorAccess"]?.path).toBe("AdministratorAccess");
    expect(policies["AWSLambdaBasicExecutionRole"]?.path).toBe("service-role/AWSLambdaBasicExecutionRole");
  });

  test("hold a list of statements, also where AWS writes a single one", () => {
    for (const { document } of Object.values(policies)) expect(document.Statement.length).toBeGreaterThan(0);
  });
});

describe("the resource specification", () => {
  const { types } = loadResourceSpec();

  test("tells which changes replace", () => {
    expect(types["AWS::DynamoDB::Table"]?.properties["TableName"]?.update).toBe("always");
    expect(types["AWS::Lambda::Function"]?.properties["MemorySize"]?.update).toBe("in-place");
    expect(types["AWS::EFS::AccessPoint"]?.nestedReplacements["CreationInfo.OwnerUid"]).toBe("always");
  });

  test("tells what is required, what Ref returns and where the tags are", () => {
    const lambda = types["AWS::Lambda::Function"];
    expect(lambda?.properties["Role"]).toMatchObject({ required: true, type: "string" });
    expect(lambda?.refIdentifier).toEqual(["FunctionName"]);
    expect(lambda?.tags).toEqual({ property: "Tags", form: "list" });
    expect(types["AWS::ApiGatewayV2::Api"]?.tags).toEqual({ property: "Tags", form: "map" });
  });
});
