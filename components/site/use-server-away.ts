import { useEffect, useState } from "react";

const pauseInMilliseconds = 2000;

/**
 * For pages that broke: whether the server does not answer at the moment. A page that broke because the server went away is
 * loaded again when it is back; one that broke while it answered stays, since loading it again would go round in circles.
 */
export function useServerAway(): boolean {
  const [isAway, setIsAway] = useState(false);

  useEffect(() => {
    let wasAway = false;
    const ask = async () => {
      const answers = await fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).then(
        () => true,
        () => false,
      );
      if (answers && wasAway) window.location.reload();
      wasAway = !answers;
      setIsAway(wasAway);
    };
    ask();
    const timer = setInterval(ask, pauseInMilliseconds);
    return () => clearInterval(timer);
  }, []);

  return isAway;
}
