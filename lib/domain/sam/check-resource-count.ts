import { invalidDocument, invalidTemplate } from "./fault";
import { resourcesOf } from "./sam-template";
import { entryOf, isMap, type Value, type ValueMap } from "./value";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;
/** Routes of an HTTP API need no resource of their own, so that the limit above does not bound them. */
const mostEvents = 1000;

/**
 * Refuses a template that will have more resources than CloudFormation takes, before it is expanded: every event makes at
 * least one, but for routes of an HTTP API.
 */
export function checkCountBefore(document: ValueMap): void {
  const resources = Object.values(resourcesOf(document));
  const events = resources.flatMap((resource) => Object.values(eventsOf(resource)));
  const certain = resources.length + events.filter((event) => entryOf(event, "Type") !== "HttpApi").length;
  if (certain > mostResources) throw tooMany(`at least ${certain}`);
  if (events.length > mostEvents) {
    throw invalidDocument([
      invalidTemplate(`The template has ${events.length} events, more than can be expanded. Split it.`),
    ]);
  }
}

/** The same for what the expansion came to. */
export function checkCountAfter(document: ValueMap): void {
  const count = Object.keys(resourcesOf(document)).length;
  if (count > mostResources) throw tooMany(String(count));
}

function eventsOf(resource: Value): ValueMap {
  const events = entryOf(entryOf(resource, "Properties"), "Events");
  return isMap(events) ? events : {};
}

function tooMany(count: string) {
  const message = `Expanded, the template has ${count} resources; CloudFormation takes ${mostResources}. Move some into nested stacks.`;
  return invalidDocument([invalidTemplate(message)]);
}
