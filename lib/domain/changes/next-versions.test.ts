import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import { noRolePolicies } from "../approaches/candidate-shape";
import { noMaterial } from "../approaches/material";
import { compareTemplate } from "../compare";
import { defaultDeploySettings } from "../stack";
import type { NextVersionOutcome } from "./template-change";

const data = loadDomainData();

const queue = (properties: object = {}) => ({ Type: "AWS::SQS::Queue", Properties: properties });
const template = (resources: object) => JSON.stringify({ Resources: resources });
const base = template({ Orders: queue() });
const withTable = template({
  Orders: queue(),
  Table: {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    },
  },
});

const versions = {
  "delayed.yaml": template({ Orders: queue({ DelaySeconds: 5 }) }),
  "table.yaml": withTable,
  "same.yaml": base,
  "broken.yaml": template({ Orders: queue({ QueueName: { Ref: "Missing" } }) }),
  "unknown.yaml": template({ Orders: queue({ DelaySeconds: 5 }), Mystery: { Type: "AWS::Unheard::Of" } }),
};

const { value: report } = compareTemplate(
  {
    templateText: base,
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: defaultDeploySettings,
    material: {
      ...noMaterial,
      candidates: [{ name: "nothing", policies: { ...noRolePolicies, executionRole: null } }],
    },
    nestedTemplates: {},
    nextVersions: Object.entries(versions).map(([name, templateText]) => ({ name, templateText })),
  },
  data,
);

function find(candidate: string, name: keyof typeof versions): NextVersionOutcome {
  const tried = report?.candidates.find((other) => other.name === candidate);
  const version = tried?.nextVersions.find((other) => other.name === name);
  if (!version) throw new Error(`no ${name} of ${candidate}`);
  return version;
}

describe("the next versions of a template", () => {
  it("are tried with every candidate that proposed something, as proposed and as repaired", () => {
    expect(find("administrator", "delayed.yaml")).toMatchObject({ asProposed: { verdict: "deploys" }, problems: [] });
    const { asProposed, diff } = find("nothing", "delayed.yaml");
    expect(asProposed.verdict).toBe("fails");
    expect(diff).toContain("DelaySeconds: 5");
    expect(report?.candidates.find(({ policies }) => policies === null)?.nextVersions).toEqual([]);
  });

  it("fail where they bring what the repaired role was never asked for, with the smallest fix", () => {
    const { repaired } = find("nothing", "table.yaml");
    expect(repaired.verdict).toBe("fails");
    const actions = repaired.denials.map(({ request }) => request.action);
    expect(actions).toContain("dynamodb:CreateTable");
    expect(actions.filter((action) => action.startsWith("sqs:"))).toEqual([]);
    const granted = repaired.fix?.parts.flatMap(({ statement }) => statement.Action ?? []) ?? [];
    expect(granted).toContain("dynamodb:CreateTable");
  });

  it("are each an update of the base, not of one another", () => {
    expect(find("nothing", "same.yaml").repaired.verdict).toBe("deploys");
  });

  it("say why a version could not be deployed by anyone", () => {
    const { repaired, problems } = find("administrator", "broken.yaml");
    expect(repaired.verdict).toBe("not-applicable");
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  });

  it("are not modelled where they bring a type that nothing is known of, unless something known is refused", () => {
    const notModelled = ["AWS::Unheard::Of"];
    expect(find("administrator", "unknown.yaml").asProposed).toMatchObject({ verdict: "not-modelled", notModelled });
    expect(find("nothing", "unknown.yaml").asProposed).toMatchObject({ verdict: "fails", notModelled });
  });
});
