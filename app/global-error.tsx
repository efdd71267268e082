"use client";

/** Where even the frame of the pages fails; it brings its own, without styles that could be the fault. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", margin: "3rem auto", maxWidth: "40rem", padding: "0 1rem" }}>
        <h1>This page could not be drawn</h1>
        <p>
          The fault is ours, and nothing that was stored is lost. Try again; if it stays, look at the server&apos;s log.
        </p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
