/**
 * The other end of a {@link ChildProgram}: answers each message of the process that has started this one, and ends with it.
 */
export function answerMessages(answer: (message: unknown) => object | Promise<object>): void {
  process.on("message", async (message) => {
    const answered = await answer(message);
    // An answer that nobody waits for any more is dropped: the disconnect that follows ends this process.
    process.send?.(answered, undefined, undefined, () => {});
  });
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole process group; the process that has started this one decides when it ends.
  process.on("SIGINT", () => {});
}
