"use client";

import { type ReactNode, useState } from "react";

/** Rows of a table that are folded up under one that counts them; a details element cannot stand in a table. */
export function QuietRows({ summary, isOpen, children }: { summary: string; isOpen: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(isOpen);
  return (
    <>
      <tbody className="block">
        <tr className="block border-b border-line">
          <td className="block">
            <button
              type="button"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              className="flex min-h-8 w-full items-center gap-2 text-left text-soft hover:text-ink"
            >
              <span aria-hidden="true" className="inline-block w-8">
                {open ? "▾" : "▸"}
              </span>
              {summary}
            </button>
          </td>
        </tr>
      </tbody>
      {open && <tbody className="block">{children}</tbody>}
    </>
  );
}
