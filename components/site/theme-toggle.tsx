"use client";

import { useSyncExternalStore } from "react";
import { applyTheme, readTheme, type Theme, themes, watchTheme } from "./theme";

const words: Record<Theme, string> = { system: "Auto", light: "Light", dark: "Dark" };

/** One button that goes round the three themes; its label says which one holds. */
export function ThemeToggle() {
  const theme = useSyncExternalStore(watchTheme, readTheme, () => "system" as const);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <button
      type="button"
      onClick={() => applyTheme(next)}
      className="inline-flex min-h-8 items-center gap-2 text-soft hover:text-ink"
      aria-label={`Theme: ${words[theme]}. Switch to ${words[next]}.`}
    >
      <svg viewBox="0 0 16 16" className="size-3.5" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
      </svg>
      <span className="max-sm:sr-only">{words[theme]}</span>
    </button>
  );
}
