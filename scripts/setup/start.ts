import { applyMigrations } from "./apply-migrations";
import { bundleServerPrograms } from "./bundle-server-programs";
import { dataFolder } from "./data-folder";
import { ensureBuilt } from "./ensure-built";
import { ensureGenerated } from "./ensure-generated";
import { openDatabase } from "./open-database";
import { claimFolder } from "./running-program";
import { reportSetupErrors } from "./setup-error";
import { readSiteAddress } from "./site-address";
import { startSite } from "./start-site";
import { keepWorkerRunning } from "./start-worker";
import { waitForEnd } from "./wait-for-end";

export type Mode = "production" | "development";

/** `npm start` and `npm run dev`: everything from a fresh clone to pages that answer, until told to stop. */
export async function start(mode: Mode): Promise<void> {
  await reportSetupErrors(async () => {
    const address = await readSiteAddress();
    const folder = claimFolder(dataFolder(), address.url);
    await ensureGenerated();
    const database = await openDatabase(folder.path);
    await applyMigrations(database.url);
    if (mode === "production") await ensureBuilt();
    const bundles = mode === "production" ? await bundleServerPrograms() : undefined;

    const environment = { DATABASE_URL: database.url, TIGHTROPE_BUNDLES: bundles };
    const site = await startSite(mode, address, environment);
    const worker = keepWorkerRunning(environment, folder.noteWorker);
    console.log(`Tightrope is ready at ${address.url}`);

    const code = await waitForEnd({ "The web server": site, "The database server": database.server });
    await worker.stop();
    await site.stop(3);
    await database.server?.stop();
    folder.release();
    process.exit(code);
  });
}
