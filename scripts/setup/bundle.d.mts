export function bundle(options: {
  folder: string;
  entryPoints: string[];
  sources: readonly string[];
  ignored?: readonly string[];
}): Promise<void>;
