// npm run notices: writes THIRD_PARTY_NOTICES.md, the licences of everything that the bundles contain.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "./bundles.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** The packages inside the bundles, by name. */
async function bundled() {
  const found = new Set();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, write: false, metafile: true, sourcemap: false });
    for (const file of Object.keys(metafile.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
      if (name) found.add(`${file.slice(0, file.lastIndexOf(`node_modules/${name[1]}/`))}node_modules/${name[1]}`);
    }
  }
  return [...found].sort();
}

export async function notices() {
  const parts = [];
  for (const folder of await bundled()) {
    const at = path.join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(path.join(at, "package.json"), "utf8"));
    const file = readdirSync(at).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(path.join(at, file), "utf8").replace(/\r\n/g, "\n").trim() : `Licence: ${license}`;
    parts.push(`## ${name} ${version}\n\n\`\`\`\n${text}\n\`\`\``);
  }
  return `# Packages inside the bundles\n\nWritten by \`npm run notices\`; a test keeps it true.\n\n${[...new Set(parts)].join("\n\n")}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(path.join(root, "THIRD_PARTY_NOTICES.md"), await notices());
