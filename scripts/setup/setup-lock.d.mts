export function withSetupLock<T>(root: string, work: () => T | Promise<T>): Promise<T>;
