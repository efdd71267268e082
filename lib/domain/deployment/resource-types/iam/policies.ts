import type { OnDenied } from "../../api-call";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { boundaryContext, entityArn, iam, iamArn } from "./iam-service";
import type { EntityKind } from "./inline-and-attached";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
const inlinePolicy: ResourceRule = {
  type: "AWS::IAM::Policy",
  identify: (r) => {
    const id = `${r.target.stackName.slice(0, 4)}-${r.logicalId.slice(0, 4)}-${r.invent("id", { alphabet: "mixed", length: 12 })}`;
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => eachEntity(r, (kind, arn, context) => lookAndPut(kind, arn, context, "ignored")),
  update: (r) => [
    ...eachEntity(r, (kind, arn, context) => [put(kind, arn, context)]),
    ...leftEntities(r).map(({ kind, arn, context }) => remove(kind, arn, context)),
  ],
  delete: (r) => eachEntity(r, (kind, arn, context) => [remove(kind, arn, context)]),
};

interface Entity {
  readonly kind: EntityKind;
  readonly arn: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

function entitiesOf(r: ResourceView): readonly Entity[] {
  const kinds = [
    ["Role", "role", "Roles"],
    ["User", "user", "Users"],
    ["Group", "group", "Groups"],
  ] as const;
  return kinds.flatMap(([kind, path, property]) =>
    r.texts(property).map((name) => {
      const owner = r.findByReference(name);
      return { kind, arn: entityArn(r, path, name), context: owner ? boundaryContext(owner) : {} };
    }),
  );
}

function eachEntity(
  r: ResourceView,
  callsOf: (kind: EntityKind, arn: string, context: Entity["context"]) => readonly CallSpec[],
): readonly CallSpec[] {
  return entitiesOf(r).flatMap(({ kind, arn, context }) => callsOf(kind, arn, context));
}

function leftEntities(r: ResourceUpdate): readonly Entity[] {
  const kept = new Set(entitiesOf(r).map(({ arn }) => arn));
  return entitiesOf(r.before).filter(({ arn }) => !kept.has(arn));
}

function put(kind: EntityKind, arn: string, context: Entity["context"]): CallSpec {
  return iam.call(`Put${kind}Policy`, arn, { cause: "PolicyDocument", context });
}

/** CloudFormation looks first whether there is such a policy; only the single-policy types insist on the answer. */
function lookAndPut(
  kind: EntityKind,
  arn: string,
  context: Entity["context"],
  onDenied: OnDenied,
): readonly CallSpec[] {
  return [iam.call(`Get${kind}Policy`, arn, { cause: "PolicyDocument", onDenied }), put(kind, arn, context)];
}

function remove(kind: EntityKind, arn: string, context: Entity["context"]): CallSpec {
  return iam.call(`Delete${kind}Policy`, arn, { cause: "PolicyDocument", context });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html and its siblings */
const entityPolicies: readonly ResourceRule[] = (["Role", "User", "Group"] as const).map((kind) => {
  const arnOf = (r: ResourceView) => {
    const name = r.text(`${kind}Name`) ?? r.invent(kind, { alphabet: "lower", length: 12 });
    return entityArn(r, kind === "Role" ? "role" : kind === "User" ? "user" : "group", name);
  };
  return {
    type: `AWS::IAM::${kind}Policy`,
    identify: (r) => ({ physicalId: `${r.text("PolicyName")}|${r.text(`${kind}Name`)}`, arn: null, attributes: {} }),
    create: (r) => lookAndPut(kind, arnOf(r), {}, "fail"),
    update: (r) => lookAndPut(kind, arnOf(r), {}, "fail"),
    delete: (r) => [remove(kind, arnOf(r), {})],
  };
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
const managedPolicy: ResourceRule = {
  type: "AWS::IAM::ManagedPolicy",
  name: { property: "ManagedPolicyName", maxLength: 128 },
  identify: (r) => {
    const arn = iamArn(r, "policy", r.name);
    return {
      physicalId: arn,
      arn,
      attributes: { PolicyArn: arn, PolicyId: r.invent("id", { alphabet: "upper", length: 21 }) },
    };
  },
  create: (r) => [
    iam.call("CreatePolicy", r.arnOfSelf),
    ...entitiesOf(r).map((entity) => attachment("Attach", entity, r)),
  ],
  read: (r) => [iam.call("GetPolicy", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    // The new version becomes the default one and the old one goes, since a policy holds five at most.
    ...when(
      r.changed("PolicyDocument"),
      iam.call("ListPolicyVersions", r.arnOfSelf, { cause: "PolicyDocument" }),
      iam.call("CreatePolicyVersion", r.arnOfSelf, { cause: "PolicyDocument" }),
      iam.call("DeletePolicyVersion", r.arnOfSelf, { cause: "PolicyDocument" }),
    ),
    ...newEntities(r).map((entity) => attachment("Attach", entity, r)),
    ...leftEntities(r).map((entity) => attachment("Detach", entity, r)),
  ],
  delete: (r) => [
    ...entitiesOf(r).map((entity) => attachment("Detach", entity, r)),
    iam.call("ListPolicyVersions", r.arnOfSelf),
    iam.call("DeletePolicy", r.arnOfSelf),
  ],
};

function newEntities(r: ResourceUpdate): readonly Entity[] {
  const had = new Set(entitiesOf(r.before).map(({ arn }) => arn));
  return entitiesOf(r).filter(({ arn }) => !had.has(arn));
}

function attachment(verb: "Attach" | "Detach", { kind, arn, context }: Entity, r: ResourceView): CallSpec {
  return iam.call(`${verb}${kind}Policy`, arn, {
    cause: `${kind}s`,
    context: { ...context, "iam:PolicyARN": [r.arnOfSelf] },
  });
}

export const policyRules: readonly ResourceRule[] = [inlinePolicy, ...entityPolicies, managedPolicy];
