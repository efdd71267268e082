import { useEffect, useState } from "react";
import { followServer } from "./follow-server";

const pauseInMilliseconds = 2000;

/** For pages that broke: whether the server does not answer at the moment. Loads the page again when it is back. */
export function useServerAway(): boolean {
  const [isAway, setIsAway] = useState(false);

  useEffect(() => {
    let wasAway = false;
    const ask = async () => {
      const next = followServer(wasAway, await doesAnswer());
      wasAway = next.isAway;
      setIsAway(next.isAway);
      if (next.loads) window.location.reload();
    };
    ask();
    const timer = setInterval(ask, pauseInMilliseconds);
    return () => clearInterval(timer);
  }, []);

  return isAway;
}

function doesAnswer(): Promise<boolean> {
  return fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
