/** Where the embedded database and the notes about running processes are kept. */
export function dataFolder(): string {
  return process.env["TIGHTROPE_DATA"] ?? ".data";
}
