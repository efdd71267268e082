// Loaded into a child process before its program: ends it when the process that started it is gone. Children of that
// child are given this file too; their channels are their own affair.
if (process.env.TIGHTROPE_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}
