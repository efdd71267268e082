"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

/** A modal on the browser's own dialog element: it traps the focus, closes on Escape and gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={titleId}
      className={`m-auto max-h-[88dvh] w-[calc(100vw-2rem)] overflow-auto rounded-small border border-edge bg-paper p-0 text-ink backdrop:bg-black/50 ${wide ? "max-w-5xl" : "max-w-xl"}`}
    >
      {open && (
        <div className="flex flex-col gap-4 p-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-title font-strong">
              {title}
            </h2>
            <button type="button" onClick={onClose} className="-my-1 min-h-8 px-1 text-soft hover:text-ink">
              Close
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
