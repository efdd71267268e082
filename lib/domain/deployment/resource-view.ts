import type { Json, JsonObject } from "../json";
import type { DeploySettings, StackTarget } from "../stack";
import { type IdForm, inventId } from "./invented-id";
import { generateName } from "./physical-name";
import { isGiven, readObjects, readPath, readText, readTexts, sameJson } from "./read-property";
import type { Identity, ResourceRule, ResourceUpdate, ResourceView } from "./resource-rule";
import type { ResourceSpec } from "./resource-spec";

/** What a view is made from; the callbacks reach the rest of the stack, lazily. */
export interface ViewSource {
  readonly logicalId: string;
  readonly type: string;
  readonly rule: ResourceRule;
  readonly spec: ResourceSpec | null;
  readonly target: StackTarget;
  readonly settings: DeploySettings;
  readonly properties: JsonObject;
  /** See {@link ResourceView.tags}. */
  readonly tags: Readonly<Record<string, string>>;
  /** How often the resource was replaced: each time brings new names and ids. */
  readonly generation: number;
  readonly usedAttributes: readonly string[];
  readonly updatePolicy: Json | null;
  identity(): Identity;
  /** Every resource of the stack. */
  all(): readonly ResourceView[];
  /** Every resource that a text may refer to: of the stack, of stacks nested in it, and what its parent hands to it. */
  known(): readonly ResourceView[];
}

export class CreatedResource implements ResourceView {
  constructor(readonly source: ViewSource) {}

  get logicalId() {
    return this.source.logicalId;
  }
  get type() {
    return this.source.type;
  }
  get target() {
    return this.source.target;
  }
  get settings() {
    return this.source.settings;
  }
  get spec() {
    return this.source.spec;
  }
  get properties() {
    return this.source.properties;
  }
  get tags() {
    return this.source.tags;
  }
  get usedAttributes() {
    return this.source.usedAttributes;
  }
  get updatePolicy() {
    return this.source.updatePolicy;
  }
  get tagged() {
    return Object.keys(this.tags).length > 0;
  }
  get identity() {
    return this.source.identity();
  }
  get arnOfSelf() {
    return this.identity.arn ?? "*";
  }
  get name() {
    const { rule, spec, target, logicalId } = this.source;
    const nameRule = rule.name ?? { property: nameProperty(spec) };
    return this.text(nameRule.property) ?? generateName(nameRule, target.stackName, logicalId, `${this.seed}/name`);
  }

  get(path: string) {
    return readPath(this.properties, path);
  }
  has(path: string) {
    return isGiven(this.get(path));
  }
  text(path: string) {
    return readText(this.get(path));
  }
  texts(path: string) {
    return readTexts(this.get(path));
  }
  list(path: string) {
    return readObjects(this.get(path));
  }
  sets(...paths: readonly string[]) {
    return paths.some((path) => this.has(path));
  }
  invent(use: string, form: IdForm) {
    return inventId(`${this.seed}/${use}`, form);
  }
  arn(service: string, rest: string, place: { readonly region?: string; readonly account?: string } = {}) {
    const { partition, region, account } = this.target;
    return `arn:${partition}:${service}:${place.region ?? region}:${place.account ?? account}:${rest}`;
  }
  findByReference(text: string) {
    return this.source.known().find((other) => isReferenceTo(other, text)) ?? null;
  }
  siblings(type: string) {
    return this.source.all().filter((other) => other.type === type);
  }

  private get seed() {
    return seedOf(this.source.target, this.source.logicalId, this.source.generation);
  }
}

export class UpdatedResource extends CreatedResource implements ResourceUpdate {
  constructor(
    source: ViewSource,
    readonly before: ResourceView,
  ) {
    super(source);
  }

  override sets(...paths: readonly string[]) {
    return paths.some((path) => this.has(path) && this.changed(path));
  }
  changed(...paths: readonly string[]) {
    return paths.some((path) => !sameJson(this.before.get(path), this.get(path)));
  }
  removed(...paths: readonly string[]) {
    return paths.some((path) => this.before.has(path) && !this.has(path));
  }
}

/** What a resource's invented ids are drawn from; a replaced resource is of a later generation. */
export function seedOf({ account, region, stackName }: StackTarget, logicalId: string, generation: number): string {
  return `${account}/${region}/${stackName}/${logicalId}/${generation}`;
}

/** The specification's identifier where it is a property, as in `BucketName`. */
function nameProperty(spec: ResourceSpec | null): string {
  const settable = spec?.primaryIdentifier.filter((property) => property in spec.properties) ?? [];
  return settable.at(-1) ?? "Name";
}

function isReferenceTo({ identity }: ResourceView, text: string): boolean {
  if (text === "") return false;
  const { physicalId, ref, arn, attributes } = identity;
  return [physicalId, ref, arn, ...Object.values(attributes)].includes(text);
}
