import { awsService } from "../aws-service";
import { readText } from "../read-property";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const analyzer = awsService({
  prefix: "access-analyzer",
  documentation: (operation) => `https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-accessanalyzer-analyzer.html */
const analyzerRule = plainRule({
  type: "AWS::AccessAnalyzer::Analyzer",
  service: analyzer,
  name: { property: "AnalyzerName", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("access-analyzer", `analyzer/${r.name}`);
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: "CreateAnalyzer",
  delete: "DeleteAnalyzer",
  checksOnce: (r) =>
    serviceLinkedRole(r, {
      service: "access-analyzer.amazonaws.com",
      role: "AWSServiceRoleForAccessAnalyzer",
      through: "access-analyzer.amazonaws.com",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-using-service-linked-roles.html",
    }),
  change: (r) => [
    ...ruleChanges(r),
    ...when(
      r.changed("AnalyzerConfiguration"),
      analyzer.call("UpdateAnalyzer", r.arnOfSelf, { cause: "AnalyzerConfiguration" }),
    ),
  ],
});

/** Rules come with the creation and are changed one by one. */
function ruleChanges(r: ResourceUpdate): readonly CallSpec[] {
  if (!r.changed("ArchiveRules")) return [];
  const names = (view: ResourceView) => view.list("ArchiveRules").flatMap(({ RuleName }) => readText(RuleName) ?? []);
  const [before, after] = [names(r.before), names(r)];
  const on = (name: string) => `${r.arnOfSelf}/archive-rule/${name}`;
  const call = (operation: string, name: string) => analyzer.call(operation, on(name), { cause: "ArchiveRules" });
  return [
    ...before.filter((name) => !after.includes(name)).map((name) => call("DeleteArchiveRule", name)),
    ...after.map((name) => call(before.includes(name) ? "UpdateArchiveRule" : "CreateArchiveRule", name)),
  ];
}

export const accessAnalyzerRules: readonly ResourceRule[] = [analyzerRule];
