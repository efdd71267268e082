const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** In UTC for everyone: a shared run says the same wherever it is read, and server and browser print the same. */
export function TimeStamp({ at }: { at: string }) {
  return (
    <time dateTime={at} className="figures whitespace-nowrap">
      {format.format(new Date(at))} UTC
    </time>
  );
}
