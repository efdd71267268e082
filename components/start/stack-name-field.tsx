import { useState } from "react";
import { TextField } from "@/components/ui/field";
import { stackNameSchema } from "@/lib/schemas/deploy-target";

/**
 * The stack's name, suggested by the template until the user says one. A suggestion that arrives while the field has the
 * focus waits outside, as a placeholder, so that it never stands before what is being typed.
 */
export function StackNameField({
  given,
  suggested,
  problem,
  onChange,
}: {
  /** `null` until the user says one. */
  given: string | null;
  suggested: string;
  problem: string | undefined;
  onChange: (stackName: string) => void;
}) {
  const [shownAtFocus, setShownAtFocus] = useState<string | null>(null);
  const refusal = given === null ? undefined : stackNameSchema.safeParse(given).error?.issues[0]?.message;
  return (
    <TextField
      label="Stack name"
      name="stackName"
      mono
      placeholder={given === null ? suggested : undefined}
      value={given ?? shownAtFocus ?? suggested}
      onFocus={() => setShownAtFocus(given ?? suggested)}
      onBlur={() => setShownAtFocus(null)}
      onChange={(event) => onChange(event.target.value)}
      problem={problem ?? refusal}
    />
  );
}
