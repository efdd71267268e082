"use client";

import { useId } from "react";

/** A choice of one among a few, all in sight: radio buttons in the shape of a strip, with the keys of radio buttons. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { readonly value: Value; readonly title: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 rounded-small border border-edge">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-8 min-w-0 flex-auto cursor-pointer items-center justify-center border-l border-line px-1.5 text-center text-soft first-of-type:border-l-0 has-checked:bg-wash has-checked:font-strong has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent sm:flex-1 sm:px-2.5"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="truncate">{option.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
