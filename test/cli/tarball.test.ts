import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { build } from "esbuild";
import { manPage } from "../../server/src/cli/manPage";

const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-pack-"));
const clone = path.join(folder, "clone");
const site = path.join(folder, "site");

/** npm as a person runs it, but with no network and no cache of this machine. */
function npm(cwd: string, ...args: readonly string[]) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith("js") ? [process.execPath, [cli]] : ["npm", []];
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32" && command === "npm",
    env: {
      ...process.env,
      npm_config_cache: path.join(folder, "cache"),
      npm_config_offline: "true",
      npm_config_loglevel: "error",
      npm_config_update_notifier: "false",
    },
  });
  return { code: status, out: stdout, err: stderr };
}

/** What a clone contains after its build, as far as npm pack looks at it, with files that must stay out. */
async function makeClone(): Promise<void> {
  mkdirSync(path.join(clone, "server/src"), { recursive: true });
  for (const file of ["package.json", ".npmignore", ".npmrc", "README.md", "LICENSE", "CHANGELOG.md"])
    copyFileSync(file, path.join(clone, file));
  for (const file of ["server/src/secret.ts", "server/key.txt", "biome.json"])
    writeFileSync(path.join(clone, file), "not for everybody\n");
  const address = path.resolve("server/build/bundles.mjs");
  const { bundles } = (await import(address)) as { bundles: readonly Parameters<typeof build>[0][] };
  const ours = bundles.filter(({ outfile = "" }) => /\/(?:cli|commands|oneFile)\.js$/.test(outfile));
  assert.equal(ours.length, 3);
  for (const options of ours) await build({ ...options, outfile: path.join(clone, options.outfile ?? "") });
  writeFileSync(path.join(clone, "server/dist/flat-profile.1"), await manPage());
}

test.after(() => rmSync(folder, { recursive: true, force: true }));

test.before(makeClone);

test("npm pack makes a command line that npx runs from the tarball", () => {
  mkdirSync(site, { recursive: true });
  const packed = npm(clone, "pack", "--json", "--pack-destination", site);
  assert.equal(packed.code, 0, packed.err);
  const [{ files, size }] = JSON.parse(packed.out) as [{ files: readonly { path: string }[]; size: number }];
  assert.deepEqual(files.map((file) => file.path).sort(), [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package.json",
    "server/dist/catalogues/audiocodes.jsonl",
    "server/dist/catalogues/audiocodes.list.jsonl",
    "server/dist/catalogues/avaya.jsonl",
    "server/dist/catalogues/avaya.list.jsonl",
    "server/dist/catalogues/cisco-enterprise.jsonl",
    "server/dist/catalogues/cisco-enterprise.list.jsonl",
    "server/dist/catalogues/cisco-flat-profile.jsonl",
    "server/dist/catalogues/cisco-flat-profile.list.jsonl",
    "server/dist/catalogues/cisco-flat-profile.manual.en.jsonl",
    "server/dist/catalogues/unify.jsonl",
    "server/dist/catalogues/unify.list.jsonl",
    "server/dist/cli.js",
    "server/dist/commands.js",
    "server/dist/flat-profile.1",
    "server/dist/oneFile.js",
  ]);
  assert.ok(size < 1_000_000, String(size));

  const [tarball] = readdirSync(site);
  assert.ok(tarball?.endsWith(".tgz"));
  writeFileSync(
    path.join(site, "good.xml"),
    "<flat-profile>\n<Resync_On_Reset>Yes</Resync_On_Reset>\n</flat-profile>\n",
  );
  writeFileSync(
    path.join(site, "bad.xml"),
    "<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n",
  );
  const npx = (...args: readonly string[]) =>
    npm(site, "exec", "--yes", `--package=./${tarball}`, "--", "flat-profile", ...args);

  const good = npx("check", "good.xml");
  assert.deepEqual([good.code, good.err], [0, ""], good.out);
  const bad = npx("check", "bad.xml", "--format", "json");
  assert.equal(bad.code, 1, bad.err);
  assert.equal((JSON.parse(bad.out) as { code: string }).code, "value/not-boolean");
});

test("the lines of the README and of the pages about the command line and templates work word for word, installed in a clean home", async (t) => {
  if (process.platform === "win32") return t.skip("the lines are for a POSIX shell");
  const home = path.join(folder, "home");
  const work = path.join(folder, "work");
  const profile = (rule = "") => `<flat-profile>\n<Resync_Periodic>3600</Resync_Periodic>\n${rule}</flat-profile>\n`;
  const rule = "<Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule>\n";
  const example = (name: string) => readFileSync(path.join("examples", name), "utf8");
  const files = {
    "profiles/phone.xml": profile("<Proxy_1_>old.example.com</Proxy_1_>\n"),
    "profiles/below/00005e005301.cfg": profile(),
    "site-1/floor/a.xml": profile(),
    "phone.xml": profile(),
    "cfg.xml": profile(`${rule}<Zebra_Mode>Fast</Zebra_Mode>\n`),
    "site.xml": profile(rule),
    "key.txt": "a key of ours\n",
    "devices.csv": "file,key\nphone.xml,one key\n00:00:5e:00:53:01,another key\n",
    "phones.csv": "mac,model\n00:00:5e:00:53:01,8841\n",
    "46xxsettings.txt": "SET SNTPSRVR 192.0.2.5\n",
    "old/46xxsettings.txt": "SET SNTPSRVR 192.0.2.6\n",
    "images.bind.json": example("unify/images.bind.json"),
    "site.rollout.json": example("enterprise/site.rollout.json").replace("phones.csv", "rollout.csv"),
    "rollout.csv": example("enterprise/phones.csv"),
    "mp118.ini": example("audiocodes/mp118.ini"),
    "call_progress_uk.ini": example("audiocodes/call_progress_uk.ini"),
    "templates/phone.xml.j2": example("templates/phone.xml.j2"),
    "templates/phones.csv": example("templates/phones.csv"),
    "templates/site.yaml": example("templates/site.yaml"),
    "running.ini": example("audiocodes/mp118_running.ini"),
    "new.ini": example("audiocodes/mp118_running.ini"),
    ".vscode/flat-profile.devices.json": JSON.stringify({
      devices: [{ id: "desk-1", model: "8841", mac: "00005e005301", firmware: "sip88xx.12-0-1MPP0001-245" }],
    }),
    "flat-profile.config.json": JSON.stringify({
      site: { urls: ["tftp://dhcp/", "https://prov.example.com/"].map((prefix) => ({ prefix, file: "site.xml" })) },
    }),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(work, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(work, file), text);
  }
  const git = (...args: readonly string[]) => {
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    const { status, stderr } = spawnSync("git", [...who, ...args], { cwd: work, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  };
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=Begin");
  const [tarball = ""] = readdirSync(site).filter((file) => file.endsWith(".tgz"));
  copyFileSync(path.join(site, tarball), path.join(work, tarball));
  const installed = npm(work, "install", "--global", "--prefix", home, tarball);
  assert.equal(installed.code, 0, installed.err);
  assert.equal(readFileSync(path.join(home, "share/man/man1/flat-profile.1"), "utf8"), await manPage());

  const env = {
    PATH: [path.join(home, "bin"), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    HOME: home,
    PHONE_KEY: "a key of ours",
    npm_config_cache: path.join(folder, "cache"),
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  const pages = ["docs/command-line.md", "docs/templates.md", "README.md"]
    .map((page) => readFileSync(page, "utf8"))
    .join("\n");
  const npx = /`(npx --package=[^`]+)`/.exec(pages)?.[1] ?? "";
  const blocks = [...pages.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) => block.split("\n"));
  const lines = [npx, ...new Set(blocks.filter((line) => /^flat-profile (?!lsp )/.test(line)))];
  assert.ok(lines.length > 40, String(lines.length));
  for (const line of lines) {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: work, env, encoding: "utf8", input: "" });
    assert.equal(status, 0, `${line}\n${stdout}${stderr}`);
  }
  for (const made of ["phone.cfg", "busy.wav", "encrypted", "flat-profile.parameters.json"])
    assert.ok(readdirSync(work).includes(made), made);
});

test("what the engine compiled is kept for the next run, unless the user does not want it", () => {
  const caches = path.join(folder, "caches");
  const kept = path.join(caches, "flat-profile/compiled");
  const version = (env: Readonly<Record<string, string>> = {}, words: readonly string[] = ["--version"]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["server/dist/cli.js", ...words], {
      cwd: clone,
      encoding: "utf8",
      env: { ...process.env, LOCALAPPDATA: caches, XDG_CACHE_HOME: caches, ...env },
    });
    assert.deepEqual([status, stderr], [0, ""]);
    return stdout.trim();
  };
  const { version: ours } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  assert.equal(version({ NODE_DISABLE_COMPILE_CACHE: "1" }), ours);
  assert.ok(!existsSync(kept));
  assert.equal(version(), ours);
  const [file = "", ...others] = readdirSync(kept).map((name) => path.join(kept, name));
  assert.deepEqual(others, []);
  const good = readFileSync(file);
  const { ino } = statSync(file);
  assert.equal(version(), ours);
  assert.equal(statSync(file).ino, ino, "nothing new was compiled");
  writeFileSync(file, good.subarray(0, good.length >> 1));
  assert.equal(version(), ours);
  assert.ok(readFileSync(file).length >= good.length / 1.1, "it was written again");
  assert.match(version({}, ["resolve", "--help"]), /^Usage: flat-profile resolve/);
  const ofVerb = readdirSync(kept).find((name) => name.startsWith("commands-resolve-")) ?? assert.fail();
  assert.ok(statSync(path.join(kept, ofVerb)).size < good.length * 0.9, "the code of other verbs was not run");
});

test("the language server in the tarball answers", async () => {
  const hello = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const child = spawn(process.execPath, ["server/dist/cli.js", "lsp", "--stdio"], {
    cwd: clone,
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (output.endsWith("}")) child.stdin.end();
  });
  child.stdin.write(`Content-Length: ${hello.length}\r\n\r\n${hello}`);
  const late = setTimeout(() => child.kill(), 20_000);
  await closed;
  clearTimeout(late);
  assert.match(output, /"serverInfo":\{"name":"flat-profile"\}/);
});
