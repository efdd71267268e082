import { addBeside, findResource, freeLogicalId } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addAlarm: TemplateChange = {
  id: "add-alarm",
  title: "Raise an alarm on a function's errors",
  group: "observability",
  kinds: ["add/alarm", "alarm/actions", "alarm/threshold-metric", "alarm/description"],
  apply(document) {
    const watched = findResource(document, functionType);
    if (!watched) return null;
    const properties = {
      Namespace: "AWS/Lambda",
      MetricName: "Errors",
      Dimensions: [{ Name: "FunctionName", Value: { Ref: watched.logicalId } }],
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
    };
    const logicalId = freeLogicalId(document, `${watched.logicalId}ErrorAlarm`);
    return asUpdate(
      addBeside(document, watched, logicalId, { Type: "AWS::CloudWatch::Alarm", Properties: properties }),
    );
  },
};
