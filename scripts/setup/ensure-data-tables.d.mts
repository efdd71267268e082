export function ensureDataTables(): Promise<void>;
