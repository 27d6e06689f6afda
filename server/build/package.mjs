// npm run package: builds what is installed: out/flat-profile.vsix, the extension, and out/flat-profile.tgz, the
// command line as npm packs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { catalogueIds } from "./catalogueFiles.mjs";
import { npm } from "./installed.mjs";
import { packCatalogue } from "./schemas.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const vsix = path.join(root, "out/flat-profile.vsix");
const tarball = path.join(root, "out/flat-profile.tgz");
const maxBytes = { [vsix]: 1_300_000, [tarball]: 1_000_000 };
/** There is always room for so many catalogues of dialects of the present average size. */
const maxCatalogues = 5;

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

const sizes = catalogueIds().map((id) =>
  Object.values(packCatalogue(id)).reduce((sum, part) => sum + deflateRawSync(part).length, 0),
);
const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
const room = Math.ceil((maxCatalogues - sizes.length) * average);
for (const [file, max] of Object.entries(maxBytes)) {
  const { size } = statSync(file);
  if (size + room <= max) continue;
  console.error(`${file} is too large: ${size} of ${max} bytes, with ${room} to be left for more catalogues.`);
  process.exit(1);
}
