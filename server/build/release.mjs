// node server/build/release.mjs TAG: what must be true before the packages in out/ are published as TAG. Writes what
// a release shows and what the jobs that publish compare: out/notes.md and out/SHA256SUMS.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const packages = ["flat-profile.vsix", "flat-profile.tgz"];

/** The part of a changelog about one version, without its heading; undefined if there is none. */
export function notesOf(changelog, version) {
  const parts = changelog.split(/^## /m);
  const part = parts.find((each) => /^\[?([^\]\s]+)/.exec(each)?.[1] === version);
  return part?.slice(part.indexOf("\n")).trim();
}

/** What hinders a release of `root` as `tag`, in words. */
export function hindrances(root, tag) {
  const read = (file) => readFileSync(path.join(root, file), "utf8");
  const { version, private: isPrivate } = JSON.parse(read("package.json"));
  const found = [];
  if (tag !== `v${version}`) found.push(`The tag is ${tag}, and package.json has version ${version}.`);
  if (isPrivate) found.push("package.json is private: npm does not publish it.");
  if (!notesOf(read("CHANGELOG.md"), version)) found.push(`CHANGELOG.md has no section about ${version}.`);
  for (const file of ["action.yml", ".pre-commit-hooks.yaml"])
    if (!read(file).includes(version)) found.push(`${file} does not name version ${version}.`);
  for (const name of packages) {
    const file = path.join(root, "out", name);
    if (!existsSync(file)) found.push(`out/${name} is missing. Run npm run package.`);
    else if (versionIn(file) !== version) found.push(`out/${name} is of version ${versionIn(file)}.`);
  }
  return found;
}

/** The version in the package.json of a package. */
function versionIn(file) {
  const isTarball = file.endsWith(".tgz");
  const [command, ...args] = isTarball
    ? ["tar", "-xzOf", file, "package/package.json"]
    : ["unzip", "-p", file, "extension/package.json"];
  const { stdout } = spawnSync(command, args, { encoding: "utf8" });
  return /"version":\s*"([^"]+)"/.exec(stdout ?? "")?.[1];
}

function run(tag) {
  const root = path.resolve(import.meta.dirname, "../..");
  const found = hindrances(root, tag);
  for (const each of found) console.error(each);
  if (found.length > 0) process.exit(1);
  const sums = packages.map((name) => {
    const hash = createHash("sha256").update(readFileSync(path.join(root, "out", name)));
    return `${hash.digest("hex")}  ${name}\n`;
  });
  writeFileSync(path.join(root, "out/SHA256SUMS"), sums.join(""));
  writeFileSync(
    path.join(root, "out/notes.md"),
    `${notesOf(readFileSync(path.join(root, "CHANGELOG.md"), "utf8"), tag.slice(1))}\n`,
  );
  console.log(`${tag} can be published.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv[2] ?? "");
