import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

interface FieldTexts {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A sentence that says what is wrong with the value; shown under the field and announced with it. */
  readonly problem?: string | undefined;
}

const box =
  "w-full rounded-small border border-edge bg-paper px-2.5 py-1.5 text-body placeholder:text-soft aria-[invalid=true]:border-denied";

export function TextField({
  label,
  hint,
  problem,
  mono = false,
  ...rest
}: FieldTexts & InputHTMLAttributes<HTMLInputElement> & { mono?: boolean }) {
  const { id, described } = useFieldIds(hint, problem);
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
        className={`${box} h-9 ${mono ? "font-mono" : ""}`}
      />
    </FieldFrame>
  );
}

export function SelectField({
  label,
  hint,
  problem,
  children,
  ...rest
}: FieldTexts & SelectHTMLAttributes<HTMLSelectElement>) {
  const { id, described } = useFieldIds(hint, problem);
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <select
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
        className={`${box} h-9`}
      >
        {children}
      </select>
    </FieldFrame>
  );
}

export function TextAreaField({
  label,
  hint,
  problem,
  ...rest
}: FieldTexts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { id, described } = useFieldIds(hint, problem);
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <textarea
        rows={6}
        spellCheck={false}
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
        className={`${box} font-mono text-small`}
      />
    </FieldFrame>
  );
}

export function CheckField({ label, ...rest }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1">
      <input type="checkbox" {...rest} className="mt-1 size-3.5 shrink-0" />
      <span>{label}</span>
    </label>
  );
}

function FieldFrame({ id, label, hint, problem, children }: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-small text-soft break-arn">
        {label}
      </label>
      {children}
      {problem && (
        <p id={`${id}-problem`} className="text-small text-denied">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-soft break-arn">
          {hint}
        </p>
      )}
    </div>
  );
}

function useFieldIds(hint: ReactNode, problem: string | undefined) {
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return { id, described };
}
