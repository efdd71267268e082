"use client";

import { useEffect, useState } from "react";
import { type Draft, draftSchema, emptyDraft } from "./draft";

const storageKey = "tightrope-draft";

/**
 * The draft, kept for as long as the browser tab lives, so that a reload or a wrong turn loses nothing. `given` (a run to
 * repeat) goes before what was kept.
 */
export function useDraft(given: Draft | null): readonly [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(given ?? emptyDraft);

  useEffect(() => {
    const kept = given ? null : readDraft();
    if (kept) setDraft(kept);
  }, [given]);

  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(next);
  };
  return [draft, change];
}

function readDraft(): Draft | null {
  try {
    return draftSchema.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // A template too large for the browser's store is still on the page.
  }
}
