/** A list with so many characters costs more to go through than an answer to keep. */
const longList = 1_000;

/** More than a deployment has resources; a caller with ever new texts starts the table afresh rather than growing it. */
const mostAnswers = 10_000;

/**
 * What a list answers to a text. Deployments ask for the same few resources and values over and over: of a long list,
 * answers are kept.
 *
 * @param list as it is written
 */
export function rememberAnswers(list: readonly string[], ask: (text: string) => boolean): (text: string) => boolean {
  const characters = list.reduce((sum, text) => sum + text.length, 0);
  if (characters < longList) return ask;
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= mostAnswers) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}
