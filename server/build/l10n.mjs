// node server/build/l10n.mjs: says what each language lacks and what it has too much, and ends with 1 if anything.
// --prune removes texts from l10n/ that are not used any more. Translations are written by hand into l10n/bundle.l10n.*.json.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "l10n");

/** A call and its first argument, when that is a text without anything computed in it. */
const call = /\bl10n\s*\.\s*t\(\s*(?:("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)\s*[,)])?/g;

/** All texts of `source`; one that is computed cannot be found by anyone and is an error. */
export function textsIn(source, file = "") {
  return [...source.matchAll(call)].map(([all, literal]) => {
    if (literal === undefined) throw new Error(`${file}: l10n.t needs a plain text, not ${all}`);
    return unescaped(literal);
  });
}

function unescaped(literal) {
  const inner = literal.slice(1, -1);
  const named = { n: "\n", t: "\t", r: "\r" };
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|([\s\S]))/g, (_all, four, point, sign) =>
    sign === undefined ? String.fromCodePoint(Number.parseInt(four ?? point, 16)) : (named[sign] ?? sign),
  );
}

/** Every text of the server, the extension and its pages, each once, sorted. */
export function sourceTexts() {
  const files = globSync(["server/src/**/*.ts", "client/src/**/*.ts", "client/media/**/*.ts"], { cwd: root });
  return [...new Set(files.flatMap((file) => textsIn(readFileSync(path.join(root, file), "utf8"), file)))].sort();
}

/** The languages there are, with their texts: those of the code and those of the manifest. */
export function languages() {
  const read = (file) => JSON.parse(readFileSync(file, "utf8"));
  return readdirSync(folder)
    .flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? [])
    .sort()
    .map((id) => ({
      id,
      bundle: read(path.join(folder, `bundle.l10n.${id}.json`)),
      manifest: read(path.join(root, `package.nls.${id}.json`)),
    }));
}

export function differences(wanted, found) {
  return {
    missing: wanted.filter((key) => !Object.hasOwn(found, key)),
    stale: Object.keys(found).filter((key) => !wanted.includes(key)),
  };
}

if (process.argv[1] === import.meta.filename) {
  const texts = sourceTexts();
  const manifest = Object.keys(JSON.parse(readFileSync(path.join(root, "package.nls.json"), "utf8")));
  let wrong = 0;
  for (const language of languages()) {
    if (process.argv.includes("--prune")) {
      const kept = Object.entries(language.bundle).filter(([key]) => texts.includes(key));
      kept.sort(([a], [b]) => (a < b ? -1 : 1));
      language.bundle = Object.fromEntries(kept);
      const file = path.join(folder, `bundle.l10n.${language.id}.json`);
      writeFileSync(file, `${JSON.stringify(language.bundle, null, 2)}\n`);
    }
    for (const { missing, stale } of [differences(texts, language.bundle), differences(manifest, language.manifest)]) {
      wrong += missing.length + stale.length;
      for (const key of missing) console.log(`${language.id} lacks ${JSON.stringify(key)}`);
      for (const key of stale) console.log(`${language.id} has too much: ${JSON.stringify(key)}`);
    }
  }
  process.exitCode = wrong === 0 ? 0 : 1;
}
