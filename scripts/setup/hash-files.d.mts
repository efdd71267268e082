export function hashFiles(paths: readonly string[], ignored?: readonly string[]): string;
