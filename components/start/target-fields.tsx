import { SelectField, TextField } from "@/components/ui/field";
import { exampleAccount } from "@/lib/schemas/deploy-target";
import type { Sample } from "@/lib/schemas/sample";
import type { Draft } from "./draft";
import { regions } from "./regions";
import { StackNameField } from "./stack-name-field";

/** Where the stack goes. What CloudFormation would refuse is said while it is typed. */
export function TargetFields({
  draft,
  suggestedStackName,
  sample,
  onChange,
  problemAt,
}: {
  draft: Draft;
  suggestedStackName: string;
  /** The sample whose text this is, unchanged. */
  sample: Sample | undefined;
  onChange: (part: Partial<Draft>) => void;
  problemAt: (field: string) => string | undefined;
}) {
  const stackName = draft.stackName ?? suggestedStackName;
  const known = regions.some((region) => region === draft.region) ? regions : [draft.region, ...regions];
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <StackNameField
            given={draft.stackName}
            suggested={suggestedStackName}
            problem={problemAt("stackName")}
            onChange={(typed) => onChange({ stackName: typed })}
          />
        </div>
        <SelectField
          label="Region"
          name="region"
          value={draft.region}
          onChange={(event) => onChange({ region: event.target.value })}
          problem={problemAt("region")}
        >
          {known.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </SelectField>
        <TextField
          label="Account (optional)"
          name="account"
          mono
          inputMode="numeric"
          placeholder={exampleAccount}
          value={draft.account}
          onChange={(event) => onChange({ account: event.target.value })}
          problem={problemAt("account")}
        />
      </div>
      {sample && !matches(sample, draft, stackName) && (
        <p className="text-small text-soft">
          The recorded answer of the model holds for stack {sample.stackName}, region {sample.region} and account{" "}
          {sample.account} only; with these settings the LLM column waits for a reply of yours.
        </p>
      )}
    </div>
  );
}

function matches(sample: Sample, draft: Draft, stackName: string): boolean {
  return (
    sample.stackName === stackName &&
    sample.region === draft.region &&
    sample.account === (draft.account.trim() || exampleAccount)
  );
}
