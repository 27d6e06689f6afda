// The command line as the product has it, with the toy dialect, for tests that run it as a process, and beside it the
// process that serves many runs.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "../../server/build/bundles.mjs";
import { withToy } from "./withToy.mjs";

/** What is installed keeps what was compiled in a folder of the user; this starts the same parts and keeps nothing. */
const start = `const words = process.argv.slice(2);
const runWhole = () => require("./cli.js");
if (words[0] === "encrypt" || words[0] === "decrypt") require("./oneFile.js").runOneFile(words, runWhole);
else runWhole();
`;

/** Bundles all to a folder, with esbuild `plugins` before ours, the process as host.js; where the whole command line is. */
export async function bundleCommandLine(folder, plugins = []) {
  const make = (name, file, entry = {}) => {
    const options = bundles.find(({ outfile }) => outfile === `server/dist/${name}`);
    if (!options) throw new Error(`no bundle ${name}`);
    const own = { ...options, sourcemap: false, plugins: [...plugins, withToy, ...(options.plugins ?? [])] };
    return build({ ...own, ...entry, outfile: path.join(folder, file) });
  };
  await make("commands.js", "cli.js");
  await make("commands.js", "host.js", { entryPoints: ["test/support/commandLineHost.ts"] });
  await make("oneFile.js", "oneFile.js");
  writeFileSync(path.join(folder, "start.js"), start);
  return path.join(folder, "cli.js");
}
