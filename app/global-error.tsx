"use client";

import { useServerAway } from "@/components/site/use-server-away";

/** Where even the frame of the pages fails; it brings its own, without style sheets that could be the fault. */
export default function GlobalError() {
  const isAway = useServerAway();
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body style={{ font: "0.875rem/1.375rem system-ui, sans-serif", maxWidth: "40rem", padding: "3rem 1rem" }}>
        <h1 style={{ fontSize: "1.125rem", fontWeight: 600 }}>
          {isAway ? "The server does not answer" : "This page could not be drawn"}
        </h1>
        <p role="status" style={{ margin: "0.5rem 0 1rem" }}>
          {isAway
            ? "Check that it runs. Nothing that was stored is lost, and this page loads again by itself when it answers."
            : "The fault is ours, and nothing that was stored is lost. Load the page again; if it stays, the server's log has the details."}
        </p>
        <button
          type="button"
          onClick={() => window.location.reload()}
          style={{ border: "1px solid currentcolor", borderRadius: "3px", padding: "0.25rem 0.75rem" }}
        >
          Load again
        </button>
      </body>
    </html>
  );
}
