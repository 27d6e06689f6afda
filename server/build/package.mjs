// npm run package: builds what is installed: out/flat-profile.vsix, the extension, and out/flat-profile.tgz, the
// command line as npm packs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { npm } from "./installed.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const vsix = path.join(root, "out/flat-profile.vsix");
const tarball = path.join(root, "out/flat-profile.tgz");
/** Room for five language catalogues (about 60 kB each when compressed) beside the code. */
const maxBytes = 1_300_000;

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(path.dirname(vsix), { recursive: true });
run("server/build/build.mjs");
run("node_modules/@vscode/vsce/vsce", "package", "--no-dependencies", "--skip-license", "-o", vsix);
npm(root, ["pack", "--silent", "--pack-destination", "out"]);
const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
renameSync(path.join(root, `out/${name}-${version}.tgz`), tarball);

for (const file of [vsix, tarball]) {
  const { size } = statSync(file);
  if (size <= maxBytes) continue;
  console.error(`${file} is too large: ${size} of ${maxBytes} bytes.`);
  process.exit(1);
}
