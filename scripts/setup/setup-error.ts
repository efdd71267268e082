/** Something that the person at the terminal can mend: shown as its sentence alone, without a stack. */
export class SetupError extends Error {}

/** Runs a command to its end and leaves with 1 when something is wrong. */
export async function reportSetupErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
}
