export function doOnce(stamp: string, inputs: () => string, work: () => Promise<void>): Promise<void>;
