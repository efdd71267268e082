import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfoldEvents } from "./unfold-events";

/** What stands in the lines again, key by key. */
function read(text: string): readonly (readonly string[])[] {
  const lines = unfoldEvents(text.split("\n").map((line, index) => ({ line: index + 1, text: line })));
  return lines.flatMap(({ line, text }) => {
    const [, key, value] = /^"(\w+)": (".*"),$/.exec(text) ?? [];
    return key && value ? [[String(line), key, String(JSON.parse(value))]] : [];
  });
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/);
const sentence = fc.stringMatching(/^[A-Za-z]([ -~]{0,40}[!-~])?$/).map((text) => text.replace(/ +/g, " "));
const event = fc.record(
  {
    LogicalResourceId: word,
    ResourceStatus: fc.constantFrom("CREATE_FAILED", "UPDATE_ROLLBACK_COMPLETE", "DELETE_IN_PROGRESS"),
    ResourceType: fc.constant("AWS::SQS::Queue"),
    StackName: word,
    Timestamp: fc.constant("2026-03-02T10:18:01.700000+00:00"),
    ClientRequestToken: sentence,
    OperationId: sentence,
    ResourceProperties: sentence,
    ResourceStatusReason: sentence,
  },
  { requiredKeys: ["LogicalResourceId", "ResourceStatus", "ResourceType", "StackName", "Timestamp"] },
);
const events = fc.array(event, { minLength: 1, maxLength: 4 }).map((list) =>
  list.map((one) => ({
    ...one,
    EventId: `${one.LogicalResourceId}-${one.ResourceStatus}-2026-03-02T10:18:01.700Z`,
    PhysicalResourceId: "",
    StackId: `arn:aws:cloudformation:eu-central-1:123456789012:stack/${one.StackName}/1`,
  })),
);
const kept = ["StackName", "LogicalResourceId", "ResourceType", "Timestamp", "ResourceStatus", "ResourceStatusReason"];

function told(list: readonly Readonly<Record<string, string | undefined>>[]) {
  return list.flatMap((one, index) =>
    kept.flatMap((key) => (one[key] === undefined ? [] : [[String(index + 1), key, one[key]]])),
  );
}

describe("unfoldEvents", () => {
  it("reads from text what was printed, whichever keys the events have", () => {
    fc.assert(
      fc.property(events, (list) => {
        const keys = [...new Set(list.flatMap((one) => Object.keys(one)))].toSorted();
        const values = list.map((one: Readonly<Record<string, string | undefined>>) =>
          ["STACKEVENTS", ...keys.map((key) => one[key] ?? "")].join("\t"),
        );
        expect(read(values.join("\n")).toSorted()).toEqual(told(list).toSorted());
      }),
    );
  });

  it("reads from a line of JSON an event each", () => {
    fc.assert(
      fc.property(events, (list) => {
        expect(read(list.map((one) => JSON.stringify(one)).join("\n")).toSorted()).toEqual(told(list).toSorted());
      }),
    );
  });

  it("joins a reason that was printed over several lines", () => {
    const begin = "STACKEVENTS\tQ-CREATE_FAILED-2026\tQ\t\tCREATE_FAILED\tno";
    const end = "way\tAWS::SQS::Queue\tarn:x\tshop\t2026-03-02T10:18:01Z";
    expect(read(`${begin}\n${end}\nnext`)).toContainEqual(["1", "ResourceStatusReason", "no way"]);
    const table = [
      "||  LogicalResourceId  |  ResourceStatus  |  ResourceStatusReason  ||",
      "|+---------------------+------------------+------------------------+|",
      "||  Q                  |  CREATE_FAILED   |  no",
      "way                 ||",
      "|+---------------------+------------------+------------------------+|",
    ];
    expect(read(table.join("\n"))).toContainEqual(["3", "ResourceStatusReason", "no way"]);
  });

  it.each([
    "STACKEVENTS\tcut off",
    `STACKEVENTS\t${"a\t".repeat(100_000)}2026-03-02T10:18:01Z`,
    '{"ResourceStatus": 1}',
    '{"ResourceStatus": "CREATE_FAILED"',
    "|  LogicalResourceId  |  ResourceStatus  |",
    "",
  ])("leaves what is no event as it is: %.40s", (text) => {
    expect(unfoldEvents([{ line: 1, text }])).toEqual([{ line: 1, text }]);
  });
});
