/** Arguments that make no sense or a file that cannot be read: told on stderr, exit code 2. */
export class UnusableInput extends Error {}
