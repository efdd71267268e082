import { useEffect, useState } from "react";

const pauseInMilliseconds = 250;

/** The value once it has stopped changing, so that not every keystroke asks the server. The first one counts at once. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settled === "" ? 0 : pauseInMilliseconds);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
