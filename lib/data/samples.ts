import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./project-folder";

/** A template written for this project, with the settings under which its model answers were recorded. */
export interface Sample {
  readonly name: string;
  readonly title: string;
  /** The template's text. */
  readonly template: string;
  readonly recordedSettings: RecordedSettings;
}

/** A recorded answer counts for exactly these; elsewhere it would be another question's answer. */
export interface RecordedSettings {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
}

const titles = {
  "hello-api": "One function behind a REST API",
  "order-pipeline": "Orders through a bucket, a queue and a state machine into a table",
  "todo-backend": "HTTP API, user pool and table of a to-do list",
  "image-worker": "Container-image function in a VPC, with its own role",
};

let loaded: readonly Sample[] | undefined;

/** The samples, smallest first. */
export function loadSamples(): readonly Sample[] {
  loaded ??= Object.entries(titles).map(([name, title]) => ({
    name,
    title,
    template: readFileSync(path.join(projectFolder(), "lib/data/samples", `${name}.yaml`), "utf8"),
    recordedSettings: { stackName: name, region: "ap-northeast-1", account: "123456789012" },
  }));
  return loaded;
}
