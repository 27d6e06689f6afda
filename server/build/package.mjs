// npm run package: builds out/flat-profile.vsix, the extension as it is installed.
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const vsix = path.join(root, "out/flat-profile.vsix");
const largest = 1_000_000;

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(path.dirname(vsix), { recursive: true });
run("server/build/build.mjs");
run("node_modules/@vscode/vsce/vsce", "package", "--no-dependencies", "--skip-license", "-o", vsix);
const { size } = statSync(vsix);
if (size > largest) {
  console.error(`${vsix} has ${size} bytes, more than ${largest}`);
  process.exit(1);
}
