// The command line as the product has it, with the toy dialect, for tests that run it as a process.
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "../../server/build/bundles.mjs";
import { withToy } from "./withToy.mjs";

/** Bundles it to a folder; where it is. */
export async function bundleCommandLine(folder) {
  const options = bundles.find(({ outfile }) => outfile?.endsWith("cli.js"));
  if (!options) throw new Error("no bundle of the command line");
  const outfile = path.join(folder, "cli.js");
  await build({ ...options, outfile, sourcemap: false, plugins: [withToy, ...(options.plugins ?? [])] });
  return outfile;
}
