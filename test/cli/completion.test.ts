import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import test, { type TestContext } from "node:test";
import { manPage } from "../../server/src/cli/manPage";
import { makeProgram } from "../../server/src/cli/wholeProgram";
import { codeEntries } from "../../server/src/features/codePages";
import { type Site, withSite } from "../support/commandLine";

/** What a shell offers for the last word of a line. */
type Offer = (site: Site, line: string) => readonly string[];

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

const bash: Offer = (site, line) => {
  const words = line.split(" ").map((word) => `'${word}'`);
  const script = `source ./script; COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _flat_profile; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run("bash", ["--norc", "-c", script], site);
};

const fish: Offer = (site, line) =>
  run("fish", ["--no-config", "-c", `source ./script; complete -C '${line}'`], site).map(
    (row) => row.split("\t")[0] ?? "",
  );

/** zsh completes only at a terminal; Ctrl+X D lists what it offers, and the line is thrown away. */
const zsh: Offer = (site, line) => {
  const script = `zmodload zsh/zpty
zpty z zsh -f -i
await() { local out all=""; while [[ $all != *$1* ]]; do zpty -r z out || return 1; all+=$out; done; print -r -- "$all" }
zpty -w z 'PS1=""; unsetopt zle_bracketed_paste list_ambiguous auto_menu; autoload -Uz compinit; compinit -u -D; source ./script; COLUMNS=400 LINES=500'
zpty -w z 'offered() { compadd() { builtin compadd -A all "$@"; print -rl -- $all >> offers; all=(); builtin compadd "$@" }; _main_complete; print END >> offers }'
zpty -w z 'zle -C offered list-choices offered; bindkey "^X" offered; print REA""DY'
await READY >/dev/null
zpty -w -n z "$1"$'\\x18'
while ! grep -q END offers 2>/dev/null; do sleep 0.1; done
grep -v END offers | sort -u; rm offers`;
  return run("zsh", ["-f", "-c", script, "zsh", line], site);
};

function run(shell: string, args: readonly string[], site: Site): string[] {
  const { stdout, stderr, status } = spawnSync(shell, args, { cwd: site.folder, encoding: "utf8", timeout: 20_000 });
  assert.equal(status, 0, stderr);
  return stdout.split("\n").filter((row) => row !== "");
}

async function checkOffers(t: TestContext, shell: string, offer: Offer): Promise<void> {
  if (!isThere(shell)) return t.skip(`${shell} is not installed`);
  await withSite({ "phone.xml": "", "other.txt": "" }, async (site) => {
    const { code, out } = await site.run(["completion", shell]);
    assert.equal(code, 0);
    writeFileSync(site.path("script"), out);
    const verbs = (await makeProgram(() => {})).commands.map((verb) => verb.name());
    const offered = offer(site, "flat-profile ");
    for (const verb of verbs) assert.ok(offered.includes(verb), verb);
    assert.deepEqual(offer(site, "flat-profile chec"), ["check"]);
    assert.deepEqual([...offer(site, "flat-profile check --format s")], ["sarif"]);
    assert.ok(offer(site, "flat-profile check pho").includes("phone.xml"));
    assert.ok(offer(site, "flat-profile encrypt --key-file oth").includes("other.txt"));
    assert.ok(offer(site, "flat-profile check --max").includes("--max-severity"));
    assert.ok(!offer(site, "flat-profile format --m").includes("--max-severity"));
    assert.deepEqual(offer(site, "flat-profile check --family mpp883").length, 2);
    const codes = codeEntries().map(({ code: each }) => each);
    assert.deepEqual(
      [...offer(site, "flat-profile explain rule/")].sort(),
      codes.filter((each) => each.startsWith("rule/")).sort(),
    );
  });
}

test("bash completes verbs, options, their values and files", (t) => checkOffers(t, "bash", bash));

test("zsh completes verbs, options, their values and files", (t) => checkOffers(t, "zsh", zsh));

test("fish completes verbs, options, their values and files", (t) => checkOffers(t, "fish", fish));

test("the page for man has every verb and option, and no command of its own making", async (t) => {
  const page = await manPage();
  for (const verb of (await makeProgram(() => {})).commands) {
    assert.ok(page.includes(`.SS flat\\-profile ${verb.name()} `), verb.name());
    for (const { long, hidden } of verb.options)
      if (long && !hidden) assert.ok(page.includes(long.replaceAll("-", "\\-")), `${verb.name()} ${long}`);
  }
  for (const line of page.split("\n")) if (/^[.']/.test(line)) assert.match(line, /^\.(?:TH|SH|SS|PP|TP|B|I|br)\b/);
  if (!isThere("groff")) return t.skip("groff is not installed");
  const { stderr, stdout } = spawnSync("groff", ["-man", "-Tutf8", "-ww"], { input: page, encoding: "utf8" });
  assert.equal(stderr, "");
  assert.match(stdout, /check profiles|Checks files/);
});
