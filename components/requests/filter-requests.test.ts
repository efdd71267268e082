import { expect, test } from "vitest";
import { filterRequests, type ShownRequest } from "./filter-requests";

const request = (part: Partial<ShownRequest>): ShownRequest => ({
  order: 0,
  phase: "create",
  principal: "ci",
  via: "cloudformation",
  action: "sqs:CreateQueue",
  resources: ["arn:aws:sqs:eu-central-1:123456789012:orders"],
  context: {},
  logicalId: "Orders",
  cause: "Type",
  source: "registry",
  certainty: "documented",
  refusedFor: [],
  ...part,
});

const anything = { words: "", phase: "", certainty: "", refusedOnly: false };

test("all words must occur, in any place and case", () => {
  const requests = [
    request({}),
    request({ action: "sqs:TagQueue" }),
    request({ action: "kms:CreateKey", resources: ["*"] }),
  ];
  expect(filterRequests(requests, { ...anything, words: "  createqueue ORDERS" })).toEqual([requests[0]]);
});

test("words find events by CloudTrail's own names", () => {
  const event = {
    eventSource: "lambda.amazonaws.com",
    category: "management",
    readOnly: false,
    names: "request",
  } as const;
  const recorded = request({
    action: "lambda:CreateFunction",
    cloudTrail: { ...event, eventName: "CreateFunction20150331" },
  });
  const requests = [request({ cloudTrail: null }), request({}), recorded];
  expect(filterRequests(requests, { ...anything, words: "function2015" })).toEqual([recorded]);
});

test("phase, certainty and refusal narrow further", () => {
  const refused = request({ phase: "delete", certainty: "registry", refusedFor: ["LLM"] });
  const requests = [request({}), refused];
  expect(filterRequests(requests, { ...anything, phase: "delete" })).toEqual([refused]);
  expect(filterRequests(requests, { ...anything, certainty: "registry" })).toEqual([refused]);
  expect(filterRequests(requests, { ...anything, refusedOnly: true })).toEqual([refused]);
  expect(filterRequests(requests, anything)).toEqual(requests);
});
