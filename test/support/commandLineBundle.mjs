// The command line as the product has it, with the toy dialect, for tests that run it as a process, and beside it the
// process that serves many runs.
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "../../server/build/bundles.mjs";
import { withToy } from "./withToy.mjs";

/** Bundles both to a folder, with esbuild `plugins` before ours, the second as host.js; where the command line is. */
export async function bundleCommandLine(folder, plugins = []) {
  const options = bundles.find(({ outfile }) => outfile === "server/dist/commands.js");
  if (!options) throw new Error("no bundle of the command line");
  const outfile = path.join(folder, "cli.js");
  const both = { ...options, sourcemap: false, plugins: [...plugins, withToy, ...(options.plugins ?? [])] };
  await build({ ...both, outfile });
  await build({ ...both, entryPoints: ["test/support/commandLineHost.ts"], outfile: path.join(folder, "host.js") });
  return outfile;
}
