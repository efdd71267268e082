"use client";

import { type ChangeEvent, type DragEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** Takes a template by drop, by file dialog, by a paste anywhere on the page, or typed. */
export function DropArea({ onTemplate }: { onTemplate: (text: string, fileName: string | null) => void }) {
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [typed, setTyped] = useState("");

  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size === 0) return setFault(`${file.name} is empty; choose the file that holds the template.`);
    try {
      onTemplate(await file.text(), file.name);
    } catch {
      setFault(`${file.name} could not be read; if it is a folder, choose the template inside it.`);
    }
  };

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData("text/plain");
      if (text?.trim()) onTemplate(text, null);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [onTemplate]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <section
      aria-label="Template"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col gap-4 rounded-small border border-dashed p-5 sm:p-8 ${over ? "border-accent bg-wash" : "border-edge"}`}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <label className="inline-flex h-10 cursor-pointer items-center rounded-small bg-accent px-4 font-strong text-on-accent hover:opacity-90 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          Choose a template
          <input
            type="file"
            className="sr-only"
            accept=".yaml,.yml,.json,.template,.txt"
            onChange={(event: ChangeEvent<HTMLInputElement>) => take(event.target.files?.[0])}
          />
        </label>
        <p className="text-soft">or drop it here, or paste its text</p>
      </div>
      <textarea
        aria-label="Template text"
        placeholder={'AWSTemplateFormatVersion: "2010-09-09"\nTransform: AWS::Serverless-2016-10-31\nResources:'}
        rows={6}
        spellCheck={false}
        className="w-full resize-y rounded-small bg-wash p-3 font-mono text-small placeholder:text-soft"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          if (typed !== "") return;
          event.preventDefault();
          onTemplate(event.clipboardData.getData("text/plain"), null);
        }}
      />
      {typed.trim() !== "" && (
        <div>
          <Button onClick={() => onTemplate(typed, null)}>Use this text</Button>
        </div>
      )}
      {fault && <p role="alert">{fault}</p>}
    </section>
  );
}
