import path from "node:path";
import { parseArgs } from "node:util";
import { registryFolder } from "../lib/data/registry";
import { isAddress } from "./registry/fetch-archive";
import { updateRegistry } from "./registry/update-registry";
import { reportSetupErrors, SetupError } from "./setup/setup-error";

/**
 * `npm run registry:update [-- --region us-east-1] [-- --from address-or-file]`: the handlers of CloudFormation's
 * registry, for resource types that have no rule of ours.
 */
async function main(): Promise<void> {
  const { region, from } = readOptions();
  const { file, types, withHandlers } = await updateRegistry({ region, from, folder: registryFolder() });
  console.log(
    `${types} resource types read, ${withHandlers} of them with permissions; stored in ${file}. A program that runs already takes them up when it is started again.`,
  );
}

function readOptions(): { readonly region: string; readonly from: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { region: { type: "string", default: "us-east-1" }, from: { type: "string" } },
    });
    return { region: values.region, from: values.from === undefined ? undefined : locate(values.from) };
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

/** npm runs scripts in the project's folder; a file is named from where its user is. */
function locate(from: string): string {
  return isAddress(from) ? from : path.resolve(process.env["INIT_CWD"] ?? ".", from);
}

await reportSetupErrors(main);
