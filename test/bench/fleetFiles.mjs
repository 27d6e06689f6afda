// Files of a fleet: each real file many times, with what differs from device to device.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What the files of one device have for themselves. */
const own =
  /(<(?:(?:Auth_|Login_)?(?:User_)?ID|Display_Name|Password|Station_Name|Station_Display_Name|Short_Name|Admin_Passwd|Profile_Rule|GPP_[AB])(?:_\d+_)?(?:\s+ua="\w+")?>)([^<]*)(<\/)/g;

/**
 * Writes `count` files of about `bytes` in all and answers what they come to. `scattered`: each file also differs in every
 * thirtieth value, so that no two of them have a longer stretch in common.
 */
export function writeFleetFiles(root, folder, { count, bytes = Number.POSITIVE_INFINITY, scattered = false }) {
  rmSync(folder, { recursive: true, force: true });
  const sources = sourcesIn(root, bytes / count);
  let total = 0;
  let settings = 0;
  for (let i = 0; i < count; i++) {
    const sub = path.join(folder, String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(sub, { recursive: true });
    const text = forDevice(sources[i % sources.length], i, scattered);
    const name = `spa${(0x000e08000000 + i).toString(16).padStart(12, "0")}.xml`;
    writeFileSync(path.join(sub, name), text);
    total += Buffer.byteLength(text);
    settings += text.match(/<\/[A-Za-z]|\/>/g)?.length ?? 0;
  }
  return { files: count, bytes: total, settings };
}

/** Well-formed files of one root, at most so large that they come to `average` bytes. */
function sourcesIn(root, average) {
  const corpus = path.resolve(root, "../shared/corpus");
  const index = path.join(corpus, "index.jsonl");
  const texts = existsSync(index)
    ? readFileSync(index, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
        .filter((row) => row.well_formed && row.encoding !== "utf-16")
        .map((row) => readFileSync(path.join(corpus, row.path), "utf8"))
    : fixtures(path.join(root, "examples"));
  const sorted = texts.filter((text) => text.includes("<flat-profile")).sort((a, b) => b.length - a.length);
  let sum = sorted.reduce((all, text) => all + text.length, 0);
  while (sorted.length > 1 && sum / sorted.length > average) sum -= sorted.shift().length;
  return sorted;
}

function fixtures(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}

function forDevice(text, i, scattered) {
  let line = 0;
  const named = text.replace(own, (_, open, value, close) => `${open}${value === "" ? "" : `${value}${i}`}${close}`);
  const marked = named.replace(/<flat-profile[^>]*>/, (tag) => `${tag}\n<!-- device ${i} -->`);
  if (!scattered) return marked;
  return marked.replace(/>([^<>\s][^<>]*)<\//g, (all, value) => (++line % 30 === 0 ? `>${value}${i}</` : all));
}
