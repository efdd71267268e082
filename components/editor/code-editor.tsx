"use client";

import { useEffect, useRef, useState } from "react";
import { isDark, watchTheme } from "@/components/site/theme";
import { CodeBlock } from "@/components/ui/code-block";
import type { Problem } from "@/lib/domain/problem";
import { markersOf } from "./markers";

type Monaco = typeof import("./monaco");
type Editor = ReturnType<Monaco["editor"]["create"]>;

/**
 * A code editor that is there at once as plain text (or a text field) and becomes Monaco when that has arrived. Without
 * `onChange` it is read only. Problems with lines show as markers; `line` is brought into view.
 */
export function CodeEditor({
  value,
  language,
  label,
  onChange,
  problems,
  line,
}: {
  value: string;
  language: "yaml" | "json";
  label: string;
  onChange?: (value: string) => void;
  problems?: readonly Problem[];
  line?: number | undefined;
}) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<{ monaco: Monaco; editor: Editor } | null>(null);
  const latest = useRef({ value, onChange });
  const [ready, setReady] = useState(false);
  latest.current = { value, onChange };

  useEffect(() => {
    let left = false;
    let stop = () => {};
    import("./monaco").then((monaco) => {
      if (left || !host.current) return;
      const instance = openEditor(monaco, host.current, {
        value: latest.current.value,
        language,
        label,
        readOnly: !latest.current.onChange,
      });
      instance.onDidChangeModelContent(() => latest.current.onChange?.(instance.getValue()));
      const unwatch = watchTheme(() => monaco.editor.setTheme(themeName()));
      live.current = { monaco, editor: instance };
      stop = () => {
        unwatch();
        instance.getModel()?.dispose();
        instance.dispose();
        live.current = null;
      };
      setReady(true);
    });
    return () => {
      left = true;
      stop();
    };
  }, [language, label]);

  useEffect(() => {
    const editor = live.current?.editor;
    if (ready && editor && editor.getValue() !== value) editor.setValue(value);
  }, [ready, value]);

  useEffect(() => {
    const model = live.current?.editor.getModel();
    if (ready && model)
      live.current?.monaco.editor.setModelMarkers(model, "tightrope", markersOf(problems ?? [], value));
  }, [ready, problems, value]);

  useEffect(() => {
    if (!ready || !line) return;
    live.current?.editor.revealLineInCenter(line);
    live.current?.editor.setPosition({ lineNumber: line, column: 1 });
  }, [ready, line]);

  return (
    <div className="relative">
      {!ready &&
        (onChange ? (
          <PlainField value={value} label={label} onChange={onChange} />
        ) : (
          <CodeBlock text={value} numbered />
        ))}
      <div ref={host} className={ready ? "overflow-hidden rounded-small bg-wash" : "hidden"} />
    </div>
  );
}

function PlainField({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) {
  return (
    <textarea
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      spellCheck={false}
      rows={24}
      className="w-full rounded-small bg-wash p-3 font-mono text-small"
    />
  );
}

function openEditor(
  monaco: Monaco,
  host: HTMLElement,
  { value, language, label, readOnly }: { value: string; language: string; label: string; readOnly: boolean },
): Editor {
  host.style.height = `${heightFor(value, readOnly)}px`;
  host.classList.remove("hidden");
  return monaco.editor.create(host, {
    value,
    language,
    readOnly,
    ariaLabel: label,
    theme: themeName(),
    automaticLayout: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-geist-mono") || "monospace",
    fontSize: 12,
    lineHeight: 18,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    overviewRulerLanes: 0,
    renderLineHighlight: "none",
    wordWrap: "on",
    tabSize: 2,
    padding: { top: 8, bottom: 8 },
    scrollbar: { alwaysConsumeMouseWheel: false },
    tabFocusMode: true,
    renderValidationDecorations: "on",
  });
}

/** As tall as its text within limits, so that a short policy takes little room and a long template scrolls. */
function heightFor(text: string, readOnly: boolean): number {
  const lines = text.split("\n").length;
  return Math.min(readOnly ? 40 : 28, Math.max(readOnly ? 4 : 16, lines)) * 18 + 16;
}

function themeName(): string {
  return isDark() ? "tightrope-dark" : "tightrope-light";
}
