// Makes a git repository of provider/, with the history that the README's example needs:
//   node examples/provider.mjs FOLDER
// Authors, times and line ends are fixed, so its commits have the same names everywhere.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("provider/", import.meta.url));
const inventory = "phones.csv";
/** Outside the repository: a dump says what people do with their phones. */
const dumps = "dumps";

const history = [
  { message: "Provision the hotel", date: "2026-02-02", customers: ["hotel"], logs: "all", tag: "v1.0" },
  { message: "Add the library and the school", date: "2026-03-02", logs: "all", tag: "v1.1" },
  { message: "Log less", date: "2026-04-01" },
];

const folder = process.argv[2];
if (folder === undefined || existsSync(folder)) {
  console.error("Name a new folder: node examples/provider.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
git("init", "-q", "-b", "main");
git("config", "core.autocrlf", "false");
appendFileSync(path.join(folder, ".git/info/exclude"), `/${dumps}/\n`);
for (const each of history) commit(each);

function commit({ message, date, customers, logs, tag }) {
  for (const name of filesIn(folder).filter((name) => !name.startsWith(".git"))) rmSync(path.join(folder, name));
  const [header, ...rows] = textOf(inventory).trimEnd().split("\n");
  const isThere = (row) => customers?.includes(row.split(",").at(-1)) ?? true;
  const gone = rows.filter((row) => !isThere(row)).flatMap(namesOf);
  for (const name of filesIn(source)) {
    if (gone.includes(path.basename(name, ".xml"))) continue;
    let text = textOf(name);
    if (name === inventory) text = `${[header, ...rows.filter(isThere)].join("\n")}\n`;
    if (name === path.join("www", "desk.xml") && logs === "all")
      text = text.replace(/(\n *)<Syslog_Server>.*/, "$&$1<Debug_Level>DEBUG</Debug_Level>");
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  git("add", "-A");
  const when = `${date}T09:00:00Z`;
  const [name, email] = ["Flat Profile", "provider@example.com"];
  git("-c", "commit.gpgsign=false", "commit", "-q", "--no-verify", "-m", message, {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: when,
  });
  if (tag) git("tag", "--no-sign", tag);
}

/** The words in the names of a phone's own files. */
function namesOf(row) {
  const [, mac, , , customer] = row.split(",");
  return [mac.replaceAll(":", ""), customer];
}

function filesIn(root) {
  return readdirSync(root, { recursive: true }).filter((name) => statSync(path.join(root, name)).isFile());
}

function textOf(name) {
  return readFileSync(path.join(source, name), "utf8").replaceAll("\r\n", "\n");
}

function git(...words) {
  const env = typeof words.at(-1) === "object" ? words.pop() : {};
  execFileSync("git", words, { cwd: folder, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
}
