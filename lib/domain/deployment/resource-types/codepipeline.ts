import { awsService } from "../aws-service";
import { readObjects, readText, textsInside } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";

const codePipeline = awsService({
  prefix: "codepipeline",
  documentation: (operation) => `https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html */
const pipeline = plainRule({
  type: "AWS::CodePipeline::Pipeline",
  service: codePipeline,
  name: { property: "Name", maxLength: 100 },
  identify: (r) => {
    const arn = r.arn("codepipeline", r.name);
    return { physicalId: r.name, arn, attributes: { Arn: arn, Version: "1" } };
  },
  create: "CreatePipeline",
  settings: (r) => stageCalls(r, heldStages(r), "DisableStageTransition"),
  reads: ["GetPipeline"],
  delete: "DeletePipeline",
  checksOnce: (r) => [...passedRoles(r, "codepipeline.amazonaws.com", "RoleArn"), ...connectionChecks(r)],
  change: pipelineChange,
});

function pipelineChange(r: ResourceUpdate): readonly CallSpec[] {
  const own = ["DisableInboundStageTransitions", "RestartExecutionOnUpdate", "Tags"];
  const changed = Object.keys({ ...r.before.properties, ...r.properties }).some(
    (property) => !own.includes(property) && r.changed(property),
  );
  const [before, after] = [heldStages(r.before), heldStages(r)];
  return [
    ...when(
      changed,
      codePipeline.call("UpdatePipeline", r.arnOfSelf, {
        cause: "Properties",
        also: [...passedRoles(r, "codepipeline.amazonaws.com", "RoleArn"), ...connectionChecks(r)],
      }),
      ...when(
        r.text("RestartExecutionOnUpdate") === "true",
        codePipeline.call("StartPipelineExecution", r.arnOfSelf, { cause: "RestartExecutionOnUpdate" }),
      ),
    ),
    ...stageCalls(
      r,
      before.filter((stage) => !after.includes(stage)),
      "EnableStageTransition",
    ),
    ...stageCalls(
      r,
      after.filter((stage) => !before.includes(stage)),
      "DisableStageTransition",
    ),
  ];
}

/** Stages that nothing may enter. */
function heldStages(r: ResourceView): readonly string[] {
  return readObjects(r.get("DisableInboundStageTransitions")).flatMap(({ StageName }) => readText(StageName) ?? []);
}

function stageCalls(r: ResourceView, stages: readonly string[], operation: string): readonly CallSpec[] {
  return stages.map((stage) =>
    codePipeline.call(operation, r.arn("codepipeline", `${r.name}/${stage}`), {
      cause: "DisableInboundStageTransitions",
    }),
  );
}

/** Connections to repositories elsewhere are handed to the pipeline; https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html */
function connectionChecks(r: ResourceView): readonly CheckSpec[] {
  const arns = textsInside(r.get("Stages")).filter((text) =>
    /^arn:[^:]+:code(star-)?connections:[^:]*:[^:]*:connection\//.test(text),
  );
  return [...new Set(arns)].map((arn) => ({
    action: `${arn.split(":")[2]}:PassConnection`,
    resources: [arn],
    context: {},
    cause: "Stages",
    source: "https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html",
    through: [],
  }));
}

export const codePipelineRules: readonly ResourceRule[] = [pipeline];
