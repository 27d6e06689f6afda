// The page for man, made from the help of the command line.
import { bundles } from "./bundles.mjs";
import { imported } from "./imported.mjs";

/** The text of flat-profile.1. */
export async function manPage() {
  const options = bundles.find(({ outfile }) => outfile === "server/dist/commands.js");
  const { manPage: made } = await imported({
    ...options,
    entryPoints: ["server/src/cli/manPage.ts"],
    sourcemap: false,
  });
  return made();
}
