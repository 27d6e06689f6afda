// Packs the translations of l10n/ into what is installed: client/dist/l10n has the texts of the extension, in the form
// that VS Code reads; server/dist/texts has those of the server and of the pages, without the English ones. Each is found
// by a number of the English text, as these are in the code already.
import { readFileSync } from "node:fs";
import path from "node:path";
import { imported } from "./imported.mjs";
import { languages, textsIn } from "./l10n.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** The files by their names, for the bundles that esbuild made: `metafiles` says which sources are in them. */
export async function packedTexts(metafiles) {
  const inExtension = new Set();
  const elsewhere = new Set();
  for (const { outputs } of metafiles)
    for (const [output, { inputs }] of Object.entries(outputs)) {
      if (/^server\/dist\/(?:cli|commands|oneFile)\.js$/.test(output)) continue;
      const found = output.startsWith("client/dist/extension") ? inExtension : elsewhere;
      for (const text of textsOf(inputs)) found.add(text);
    }
  const numbers = await numbersOf([...elsewhere]);
  const files = { "server/dist/texts/numbers.txt": numbers.map((number) => number.toString(36)).join(" ") };
  for (const { id, bundle } of languages()) {
    const own = [...inExtension].filter((text) => Object.hasOwn(bundle, text)).map((text) => [text, bundle[text]]);
    files[`client/dist/l10n/bundle.l10n.${id}.json`] = JSON.stringify(Object.fromEntries(own));
    // one that is not translated yet is English
    const texts = [...elsewhere].map((text) => bundle[text] ?? text);
    files[`server/dist/texts/${id}.json`] = JSON.stringify(texts);
  }
  return files;
}

function textsOf(inputs) {
  const sources = Object.keys(inputs).filter((file) => /^(?:client|server)\/.*\.ts$/.test(file));
  return sources
    .filter((file) => inputs[file].bytesInOutput > 0)
    .flatMap((file) => textsIn(readFileSync(path.join(root, file), "utf8"), file));
}

async function numbersOf(texts) {
  const { numberOf } = await imported({ entryPoints: ["server/src/text/numberedTexts.ts"] });
  const numbers = texts.map(numberOf);
  const twice = texts.find((_text, i) => numbers.indexOf(numbers[i]) !== i);
  if (twice !== undefined) throw new Error(`another text has the number of ${JSON.stringify(twice)}`);
  return numbers;
}
