import { SelectField, TextField } from "@/components/ui/field";
import type { TemplateParameter } from "@/lib/schemas/template-inspection";
import type { Draft } from "./draft";

/** The template's own parameters. Those without default come first, since they ask for an answer. */
export function ParameterFields({
  parameters,
  draft,
  onChange,
  problemAt,
}: {
  parameters: readonly TemplateParameter[];
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  problemAt: (field: string) => string | undefined;
}) {
  if (parameters.length === 0) return null;
  const asking = parameters.filter((parameter) => parameter.default === null);
  const answered = parameters.filter((parameter) => parameter.default !== null);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-strong">Parameters</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {[...asking, ...answered].map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={draft.parameters[parameter.name] ?? ""}
            onChange={(value) => onChange({ parameters: { ...draft.parameters, [parameter.name]: value } })}
            problem={problemAt(`parameters.${parameter.name}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ParameterField({
  parameter,
  value,
  onChange,
  problem,
}: {
  parameter: TemplateParameter;
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
}) {
  const { name, type, allowedValues, description, noEcho } = parameter;
  const label = (
    <>
      <span className="font-mono text-ink">{name}</span> {type}
    </>
  );
  const empty = parameter.default === null ? "no default: one is assumed" : `default: ${parameter.default}`;
  if (allowedValues.length > 0) {
    return (
      <SelectField
        label={label}
        hint={description}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        problem={problem}
      >
        <option value="">{empty}</option>
        {allowedValues.map((allowed) => (
          <option key={allowed}>{allowed}</option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      label={label}
      hint={description}
      type={noEcho ? "password" : "text"}
      placeholder={noEcho && parameter.default !== null ? "default" : empty}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problem={problem}
    />
  );
}
