import { awsService } from "../aws-service";
import { passRole, roleArnIn, tagContext } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";

import { tagChanges, tagOnCreate } from "../tag-calls";

const scheduler = awsService({
  prefix: "scheduler",
  documentation: (operation) => `https://docs.aws.amazon.com/scheduler/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
const schedule: ResourceRule = {
  type: "AWS::Scheduler::Schedule",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("scheduler", `schedule/${r.text("GroupName") ?? "default"}/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    scheduler.call("CreateSchedule", r.arnOfSelf, { also: [targetRole(r)] }),
    scheduler.call("GetSchedule", r.arnOfSelf),
  ],
  update: (r) => [scheduler.call("UpdateSchedule", r.arnOfSelf, { cause: "Properties", also: [targetRole(r)] })],
  delete: (r) => [scheduler.call("DeleteSchedule", r.arnOfSelf), scheduler.call("GetSchedule", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role */
function targetRole(r: ResourceView): CheckSpec {
  return passRole(roleArnIn(r, "Target.RoleArn"), "scheduler.amazonaws.com", "Target.RoleArn");
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedulegroup.html */
const scheduleGroup: ResourceRule = {
  type: "AWS::Scheduler::ScheduleGroup",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("scheduler", `schedule-group/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    scheduler.call("CreateScheduleGroup", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(scheduler, r) }),
    scheduler.call("GetScheduleGroup", r.arnOfSelf),
  ],
  update: (r) => tagChanges(scheduler, r),
  delete: (r) => [
    // A group takes its schedules with it.
    scheduler.call("DeleteScheduleGroup", r.arnOfSelf, {
      also: [scheduler.check("DeleteSchedule", r.arn("scheduler", `schedule/${r.name}/*`))],
    }),
    scheduler.call("GetScheduleGroup", r.arnOfSelf),
  ],
};

export const schedulerRules: readonly ResourceRule[] = [schedule, scheduleGroup];
