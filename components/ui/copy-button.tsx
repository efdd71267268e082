"use client";

import { useState } from "react";
import { Button } from "./button";

/** Copies text and says so; where the browser refuses, it says that instead. */
export function CopyButton({
  text,
  children = "Copy",
  look = "plain",
}: {
  text: string | (() => Promise<string>);
  children?: string;
  look?: "plain" | "quiet" | "primary";
}) {
  const [said, setSaid] = useState<string | null>(null);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : await text());
      setSaid("Copied");
    } catch {
      setSaid("Could not copy; select the text instead");
    }
    setTimeout(() => setSaid(null), 2000);
  };

  return (
    <Button look={look} onClick={copy}>
      <span aria-live="polite">{said ?? children}</span>
    </Button>
  );
}
