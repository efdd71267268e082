import { z } from "zod";
import { readTableEvents } from "./events-as-table";
import { readTextEvent } from "./events-as-text";
import type { LogLine } from "./log-line";
import type { EventKeys, FoldedEvents } from "./stack-event";

/** How `aws cloudformation describe-stack-events` prints events on one line each. `null` where no event begins. */
const formats: readonly ((lines: readonly LogLine[], index: number) => FoldedEvents | null)[] = [
  readTextEvent,
  readTableEvents,
  readJsonEvents,
];

/**
 * Events that stand on one line are put as the AWS CLI prints them where nothing is asked for: JSON, a key a line.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
export function unfoldEvents(lines: readonly LogLine[]): readonly LogLine[] {
  const unfolded: LogLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const found = readEvents(lines, index);
    const line = lines[index];
    if (found) unfolded.push(...found.events.flatMap(printEvent));
    else if (line) unfolded.push(line);
    index = found ? found.end : index + 1;
  }
  return unfolded;
}

function readEvents(lines: readonly LogLine[], index: number): FoldedEvents | null {
  for (const read of formats) {
    const found = read(lines, index);
    if (found) return found;
  }
  return null;
}

const eventSchema = z.object({
  StackName: z.string().optional(),
  LogicalResourceId: z.string().optional(),
  ResourceType: z.string().optional(),
  Timestamp: z.string().optional(),
  ResourceStatus: z.string(),
  ResourceStatusReason: z.string().optional(),
}) satisfies z.ZodType<EventKeys>;

/** The answer as it is, its list, or one event of it. */
const jsonSchema = z.union([
  z.object({ StackEvents: z.array(eventSchema) }).transform(({ StackEvents }) => StackEvents),
  z.array(eventSchema),
  eventSchema.transform((event) => [event]),
]);

/** `--output json` through `jq -c`, or as the API answers. */
function readJsonEvents(lines: readonly LogLine[], index: number): FoldedEvents | null {
  const { text = "", line = 0 } = lines[index] ?? {};
  if (!/^\s*[[{].*"ResourceStatus"\s*:/.test(text)) return null;
  const events = jsonSchema.safeParse(parse(text)).data ?? [];
  return events.length > 0 ? { events: events.map((keys) => ({ line, keys })), end: index + 1 } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(/,$/, ""));
  } catch {
    return null;
  }
}

function printEvent({ line, keys }: FoldedEvents["events"][number]): readonly LogLine[] {
  const printed = Object.entries(keys).map(
    ([key, value]) => `"${key}": ${JSON.stringify(value.replace(/\s+/g, " "))},`,
  );
  return ["{", ...printed, "}"].map((text) => ({ line, text }));
}
