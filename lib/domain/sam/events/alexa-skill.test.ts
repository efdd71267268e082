import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("lets the skill invoke the function", () => {
  const { resources } = expandResources({
    Orders: functionWith({ Skill: { Type: "AlexaSkill", Properties: { SkillId: "amzn1.ask.skill.1" } } }),
  });
  expect(resources.OrdersSkillPermission?.Properties).toEqual({
    Action: "lambda:InvokeFunction",
    FunctionName: { Ref: "Orders" },
    Principal: "alexa-appkit.amazon.com",
    EventSourceToken: "amzn1.ask.skill.1",
  });
});
