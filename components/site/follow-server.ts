/**
 * What a page that broke makes of the server's latest answer. One that broke because the server went away is loaded again
 * when it is back; one that broke while it answered stays, since loading it again would go round in circles.
 */
export function followServer(
  wasAway: boolean,
  answers: boolean,
): { readonly isAway: boolean; readonly loads: boolean } {
  return { isAway: !answers, loads: answers && wasAway };
}
