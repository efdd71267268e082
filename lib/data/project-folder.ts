/** The repository's root: the servers run in it; the command line, which runs where its user is, names it. */
export function projectFolder(): string {
  return process.env["TIGHTROPE_ROOT"] ?? process.cwd();
}
