"use client";

import { useEffect, useState } from "react";
import { fetchGivenInput } from "@/components/queries/given-input";
import { type Draft, draftOfRun, draftSchema, emptyDraft } from "./draft";

const storageKey = "tightrope-draft";

/**
 * The draft, kept for as long as the browser tab lives, so that a reload or a wrong turn loses nothing. An address with
 * `?from=<run>` replaces it by that run's input, once; `fault` says why it could not.
 */
export function useDraft(): {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly fault: string | null;
} {
  const [draft, setShown] = useState(emptyDraft);
  const [fault, setFault] = useState<string | null>(null);

  const setDraft = (next: Draft) => {
    setShown(next);
    keepDraft(next);
  };

  useEffect(() => {
    const from = new URLSearchParams(window.location.search).get("from");
    if (from === null) {
      setShown(readDraft() ?? emptyDraft);
      return;
    }
    fetchGivenInput(from).then(
      (given) => {
        const repeated = draftOfRun(given);
        setShown(repeated);
        keepDraft(repeated);
        window.history.replaceState(null, "", "/");
      },
      (refusal: Error) => setFault(`The run to repeat could not be opened. ${refusal.message}`),
    );
  }, []);

  return { draft, setDraft, fault };
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
