import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const countLogLines: TemplateChange = {
  id: "count-log-lines",
  title: "Count errors in a log group as a metric",
  group: "observability",
  kinds: ["add/log-metric-filter", "log-metric-filter/settings"],
  apply(document) {
    const group = findResource(document, "AWS::Logs::LogGroup");
    if (!group) return null;
    const transformation = { MetricNamespace: "Application", MetricName: "Errors", MetricValue: "1" };
    const properties = {
      LogGroupName: { Ref: group.logicalId },
      FilterPattern: "ERROR",
      MetricTransformations: [transformation],
    };
    const logicalId = freeLogicalId(document, `${group.logicalId}Errors`);
    return asUpdate(addBeside(document, group, logicalId, { Type: "AWS::Logs::MetricFilter", Properties: properties }));
  },
};
