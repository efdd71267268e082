import { answerMessages } from "../processes/answer-messages";

/** Echoes, unless told not to come back, or to die. */
answerMessages((message) => {
  const text = JSON.stringify(message);
  if (text.includes("die")) process.kill(process.pid, "SIGKILL");
  while (text.includes("hang"));
  return { text };
});
