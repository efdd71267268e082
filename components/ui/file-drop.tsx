"use client";

import { type DragEvent, useState } from "react";

/** Takes files by a dialog or by drop. The same file can be given twice in a row. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  busy,
  onFiles,
}: {
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!busy && files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };

  return (
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-small border border-dashed p-3 ${over ? "border-accent bg-wash" : "border-edge"}`}
    >
      <label className="inline-flex min-h-8 cursor-pointer items-center rounded-small border border-edge px-3 hover:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:opacity-50">
        {busy ? "Sending" : label}
        <input
          type="file"
          className="sr-only"
          accept={accept}
          multiple={multiple}
          disabled={busy}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <span className="text-soft">{hint}</span>
    </section>
  );
}
