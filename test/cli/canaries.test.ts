import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { Command } from "commander";
import { reportFormats } from "../../server/src/cli/reports/index";
import { verbs } from "../../server/src/cli/verbs";
import { dialects } from "../../server/src/dialects/index";
import { Canaries, devicesOfSecrets, fileOfSecrets } from "../support/canaries";
import { ciscoCase } from "../support/ciscoCase";
import { withSite } from "../support/commandLine";
import { dialectCases } from "../support/dialectCases";
import { filesOfCases } from "../support/secretCases";

// Every verb of the command line meets every place of a secret: nothing that it prints may contain one. A new verb or
// option fails here until it is asked, too. Files that are written keep what the person wrote.

const canaries = new Canaries();
const c = (place: string) => canaries.at(`inventory: ${place}`);
/** Rules that carry a secret into a URL, each in another way. */
const leaking = `<flat-profile>
<Profile_Rule>(e = "[$SA]"; f = "$MPWD";)! [--key $SB --pwd ${canaries.at("--pwd")}] http://u:${canaries.at("URL of a rule")}@h:8080/[$SC]</Profile_Rule>
<Profile_Rule_B>[--pwd $C --uid $UID1] http://h/$E/$F/$C?x=[$(SD:0:9)]</Profile_Rule_B>
<Profile_Rule_C>$D</Profile_Rule_C>
<Upgrade_Rule>http://h/$C/sip88xx.12-0-2MPP0001-116.loads?[$SA]</Upgrade_Rule>
</flat-profile>`;
const profiles: Readonly<Record<string, string>> = Object.fromEntries(
  [fileOfSecrets(canaries), leaking, ...filesOfCases((place) => canaries.at(place))].map((text, i) => [
    `profile${i}.xml`,
    text,
  ]),
);
/** Files of the other dialects, with every place of a secret that these have, and a phone that reads them. */
const others = dialectCases
  .filter((of) => of !== ciscoCase)
  .flatMap((of) =>
    of
      .filesOfSecrets((place) => canaries.at(place))
      .map((text, i) => ({ name: of.fileName.replace(/(?=\.\w+$)/, String(i)), text, device: of.deviceWord })),
  );
const otherNames = others.map(({ name }) => name);
const names = Object.keys(profiles);
const copies = names.map((name) => `copy-${name}`);
const otherCopies = otherNames.map((name) => `copies/${name}`);
const deviceFiles = devicesOfSecrets(canaries);
const deviceNames = deviceFiles.map((_, i) => `devices${i}.json`);
const inventory = [
  "mac,model,firmware,GPP_SA,GPP_SB,SC,SD,GPP_C,GPP_D,mpwd,Password_1_,Profile_Rule_D",
  ["00005e005301", "8841", "sip88xx.12-0-1MPP0001-245"]
    .concat(
      ["GPP_SA", "GPP_SB", "SC", "SD", "GPP_C"].map(c),
      `http://u:${c("GPP_D")}@h/`,
      c("mpwd"),
      c("Password_1_"),
      `[--key ${c("Profile_Rule_D")}] http://h/$E`,
    )
    .join(","),
  "",
].join("\n");
const key = canaries.at("key file");

const files = {
  ...profiles,
  ...Object.fromEntries(Object.entries(profiles).map(([name, text]) => [`copy-${name}`, text])),
  ...Object.fromEntries(others.flatMap(({ name, text }) => [name, `copies/${name}`].map((file) => [file, text]))),
  "inventory.csv": inventory,
  "wrong.csv": `${inventory}x,${c("too few cells")}\n"${c("an open quote")},1\n`,
  "headless.csv": `${c("a first row without names")},${c("its second cell")}\nx,y\n`,
  ".vscode/flat-profile.devices.json": deviceFiles[0] ?? "",
  ...Object.fromEntries(deviceFiles.map((text, i) => [`devices${i}.json`, text])),
  "packed.gz": gzipSync(leaking),
  "key.txt": `${key}\n`,
  "other.txt": `${canaries.at("another key")}\n`,
  "phones/00005e005301.xml": leaking,
  "keys.csv": `file,key\n00005e005301.xml,${canaries.at("key table")}\n`,
  "wrongKeys.csv": `file,key\nnone.xml,${canaries.at("key of no file")}\n"${canaries.at("open quote of a key table")},x\n`,
  "numbers.txt": "dials 911 -> 912 at once\n",
  "site.rollout.json": JSON.stringify({
    inventory: "inventory.csv",
    files: [{ name: "a.loads", bytes: 7_100_000, password: c("an unknown field of a rollout") }],
    network: { wanMbps: 10, roundTripMs: 50, protocol: c("the protocol of a rollout") },
  }),
  "template.xml.j2": `<flat-profile>\n<GPP_A>{{ GPP_D }}</GPP_A>\n<Profile_Rule>{{ note }}</Profile_Rule>\n<Line_Enable_1_>{{ Password_1_ }}{{ mpwdd }}</Line_Enable_1_>\n<GPP_SA>${canaries.at("a template")}</GPP_SA>\n</flat-profile>\n`,
  "shared.yaml": `note: text\nlines:\n  - { password: ${c("a secret of YAML")} }\n`,
  "wrongRows.json": `{"rows": [{"password": "${c("a row of JSON")}"}, 1]}`,
  "wrong.yaml": `password: "${c("a text of YAML that is not closed")}\n`,
  "images.bind.json": '{ "file": "a.img", "version": "V1 R4.0.0" }',
  "config.json": JSON.stringify({
    severity: { "value/typography": "off" },
    policies: [
      { parameter: "Admin_Passwd", value: canaries.at("a fixed value"), message: canaries.at("a fixed value") },
      { parameter: "Password_n_", matches: canaries.at("a pattern of a policy") },
      { parameter: "*", doesNotMatch: `${canaries.at("a pattern for all")}|.` },
      { parameter: ["GPP_A", "GPP_SA"], value: canaries.at("a value for several"), severity: "error" },
    ],
  }),
};

/** Whatever a new phone asks for is answered by one file of the side. */
const anyFile = JSON.stringify({ site: { urls: [{ prefix: "tftp://dhcp/", file: "x.xml" }] } });
const sides = Object.fromEntries(
  Object.entries({ before: profiles["profile0.xml"], after: profiles["profile2.xml"], leaking }).flatMap(
    ([side, text = ""]) => [
      [`${side}/x.xml`, text],
      [`${side}/flat-profile.config.json`, anyFile],
    ],
  ),
);
const planned = ["--devices", "inventory.csv"];

type Args = readonly string[];
const cisco = ["--dialect", "cisco-flat-profile"];
const device = ["--family", "mpp88xx", "--firmware", "12.0.1"];

/** What is asked of each verb, in this order. */
const asks: Readonly<Record<string, readonly Args[]>> = {
  find: [
    ["*", ...names, ...otherNames],
    ["*", "--format", "json", "--matches", ".", ...cisco, "--config", "config.json", ...names],
    ["GPP_A", "--without", "--value", "x", ...names],
  ],
  set: [
    ["*", "1", "--force", ...names, ...otherNames],
    [
      "GPP_*",
      canaries.at("a new value"),
      "--matches",
      ".",
      "--value",
      "x",
      ...cisco,
      "--config",
      "config.json",
      ...names,
    ],
    ["GPP_S{letter}", canaries.at("a new secret"), "--write", ...copies],
  ],
  check: [
    ...reportFormats.map(({ name }) => ["--format", name, "--show", "hint", ...names, ...otherNames]),
    [
      "--fix",
      "--no-progress",
      "--config",
      "config.json",
      "--severity",
      "xml/wrong-root=error",
      ...copies,
      ...otherCopies,
    ],
    [...device, "--model", "8841", "--quiet", "--fail-on", "error", "--max-severity", "error", ...names],
    ["key.txt", "inventory.csv", "keys.csv", ...deviceNames],
    [...names, ...otherNames, "--baseline", "base.json", "--write-baseline", "--output", "report.txt"],
    [...names, ...otherNames, "--baseline", "base.json", "--show", "hint"],
    [...names, ...otherNames, "--statistics", "--show", "hint"],
    ["key.txt", "inventory.csv", ...names, "--skip-other-files"],
    [...copies, ...otherCopies, "--add-ignore"],
    [...names, ...otherNames, "--show", "hint", "--threads", "2"],
    [...cisco, "key.txt", "inventory.csv", ...names],
    [
      ...["template.xml.j2", "--data", "inventory.csv", "--rows", "rows", "--as", "phone", "--syntax", "jinja"],
      ...["--renderer", "node none.mjs {template}", "--allow-commands"],
    ],
  ],
  format: [
    ["--check", "--indent", "tab", "--config", "config.json", ...names, ...otherNames],
    [...copies, ...otherCopies, "key.txt", "inventory.csv", "devices0.json"],
    [...cisco, "key.txt", ...copies],
    ["--check", ...names, ...otherNames, "--threads", "2"],
  ],
  explain: [
    [...device, "Password_1_", "GPP_SA", "secret/in-url"],
    ["--list", "password"],
    ["--format", "json", "Password_1_", "Dial plan"],
    ["--format", "markdown", "GPP_SA"],
  ],
  learn: [
    [...names, "--out", "-"],
    [...names, "--family", "mpp88xx", "--force"],
    ["devices0.json", "--out", "-"],
    [...otherNames, "--out", "-"],
    [...cisco, "key.txt", ...names, "--out", "-"],
  ],
  encrypt: [
    ["profile1.xml", "-o", "a.cfg", "--key-file", "key.txt", "--gzip", "--digest", "sha256"],
    ["profile1.xml", "-o", "b.cfg", "--key", key, "--format", "aes128gcm", "--record-size", "30", "--key-id", "a1"],
    ["profile1.xml", "-o", "none/c.cfg", "--key-env", "PHONE_KEY", "--ikm", "text"],
    ["profile1.xml", "-o", "c.cfg", "--key-env", key],
    ["profile1.xml", "-o", "c.cfg", "--format", "aes128gcm", "--ikm", "hex", "--key-file", "key.txt"],
    ["a.cfg", "-o", "c.cfg", "--key-file", "key.txt"],
    ["a.cfg", "-o", "c.cfg", "--key-file", "key.txt", "--force"],
    ["phones", "-o", "encrypted", "--keys", "keys.csv"],
    ["phones", "-o", "encrypted", "--keys", "wrongKeys.csv"],
    ["phones", "-o", "encrypted", "--keys", "wrongKeys.csv", "--threads", "2"],
    ["phones", "-o", "encrypted", "--keys", "inventory.csv"],
  ],
  decrypt: [
    ["a.cfg", "-o", "a.xml", "--key-file", "key.txt", "--digest", "sha256"],
    ["b.cfg", "-o", "b.xml", "--key-env", "PHONE_KEY", "--format", "aes128gcm", "--ikm", "text", "--quiet"],
    ["a.cfg", "-o", "c.xml", "--key-file", "other.txt"],
    ["b.cfg", "-o", "c.xml", "--key", key.slice(1)],
    ["profile1.xml", "-o", "c.xml", "--key-file", "key.txt"],
  ],
  inspect: [
    [...names, ...otherNames, "packed.gz", "a.cfg", "b.cfg", "key.txt", "inventory.csv"],
    ["--json", ...names, "packed.gz", "a.cfg", "b.cfg"],
  ],
  preview: [
    ...names.flatMap((name) => [
      [name, "--device", "desk"],
      [name, "--device", "desk", "--json"],
    ]),
    ["profile1.xml", "--device", "8841"],
    [...cisco, "key.txt", "--device", "8841"],
    ...others.flatMap(({ name, device }) => [
      [name, "--device", device],
      [name, "--device", "desk", "--json"],
      [name, "--all-models"],
      [name, "--device", device, "--before", otherNames[0] ?? "", "--csv"],
      [name, "--all-models", "--differences", "--json"],
    ]),
    ...deviceNames.map((devices) => ["profile0.xml", "--device", devices]),
  ],
  fleet: [
    ...names.map((name) => [name, "--devices", "inventory.csv"]),
    ["profile1.xml", "--devices", "inventory.csv", "--format", "jsonl", "--fail-on", "loops"],
    ["profile1.xml", "--devices", "inventory.csv", "--summary", "--shard", "1/1"],
    ["profile1.xml", "--devices", "wrong.csv"],
    ["profile1.xml", "--devices", "wrong.csv", "--threads", "2"],
    ...otherNames.map((name) => [name, "--devices", "inventory.csv"]),
    ["profile1.xml", "--devices", "headless.csv"],
    ["inventory.csv", "--devices", "profile1.xml"],
    [...cisco, "key.txt", "--devices", "inventory.csv"],
  ],
  resolve: [
    ...names.flatMap((name) =>
      ["json", "text", "xml"].map((format) => [
        ...["--device", "devices0.json", "--map", "http://h/=.", "--rule", `http://h/${name}`],
        ...["--format", format, "--show", "all", "--why", "GPP_SA", "--rounds", "3"],
      ]),
    ),
    [
      "--device",
      "desk",
      "--map",
      "http://h/=.",
      "--start",
      "phones/00005e005301.xml",
      "--rules",
      "at-start",
      "--render",
    ],
    [
      "--device",
      "desk",
      "--map",
      "http://h/=.",
      "--rule",
      "http://h/a.xml",
      "--format",
      "xml",
      "--secrets",
      "-o",
      "all.xml",
    ],
    ["--devices", "inventory.csv", "--map", "http://h/=.", "--rule", "http://h/profile1.xml", "--shard", "1/1"],
    ["--devices", "inventory.csv", "--map", "http://h/=.", "--rule", "http://h/profile1.xml", "--format", "json"],
    [
      ...["--devices", "inventory.csv", "--map", "http://h/=.", "--rule", "http://h/profile1.xml"],
      ...["--format", "json", "--show", "changed"],
    ],
    ["--devices", "inventory.csv", "--map", "http://h/=.", "--format", "states", "--out", "site"],
    ["--devices", "wrong.csv", "--config", "config.json"],
    ["--devices", "headless.csv", ...cisco],
    ["--device", "desk", "--at", "HEAD"],
    ["--device", "desk", "--start", "inventory.csv"],
    ...deviceNames.map((devices) => ["--device", devices, "--map", "http://h/=."]),
  ],
  plan: [
    ...["text", "markdown", "json", "jsonl", "csv", "github"].flatMap((format) => [
      [...planned, "--base-site", "before", "--head-site", "after", "--format", format, "--by", "GPP_A"],
      [...planned, "--base-site", "after", "--head-site", "before", "--format", format, "--threads", "2"],
      [...planned, "--base-site", "after", "--head-site", "before", "--format", format, "--start", "factory"],
    ]),
    [
      ...[
        ...planned,
        "--base-site",
        "before",
        "--head-site",
        "leaking",
        "--start",
        "phones",
        "--limit",
        "1",
        "--detail",
        "devices",
      ],
      ...["--shard", "1/1", "--fail-on", "any", "--map", "http://h/=after"],
    ],
    [
      ...[...planned, "--base-site", "leaking", "--head-site", "after", "--render"],
      ...["--fail-on", "restart", "--out", "plan.txt"],
    ],
    ["--devices", "wrong.csv", "--config", "config.json", "--base-site", "before", "--head-site", "after"],
    ["--devices", "headless.csv", "--base-site", "before", "--head-site", "after", ...cisco],
    ["--devices", "inventory.csv", "--base", "HEAD", "--head", "worktree"],
  ],
  drift: [
    ...["text", "json", "jsonl", "csv"].flatMap((format) => [
      [...names, "--against", "profile1.xml", "--format", format, "--suggest", "--fail-on", "never"],
      ["profile1.xml", "--against", "profile0.xml", "--format", format, "--suggest"],
    ]),
    [
      "profile1.xml",
      "--map",
      "http://h/=.",
      "--device",
      "desk",
      "--rule",
      `[--key ${c("--rule")}] http://h/profile0.xml`,
    ],
    ["profile1.xml", "--map", "http://h/=.", "--devices", "inventory.csv", "--render", "--config", "config.json"],
    ["profile1.xml", "--against", "profile0.xml", "--devices", "wrong.csv", "--delta", "--ignore", "GPP_B"],
    ["profile1.xml", "profile2.xml", "--against", "profile0.xml", "--threads", "2"],
    ["profile1.xml", "--against", "profile0.xml", "--since", "HEAD", "--revisions", "3", ...cisco],
    ["key.txt", ...otherNames, "--against", "profile0.xml"],
  ],
  render: [
    ...reportFormats.map(({ name }) => [
      ...["template.xml.j2", "--data", "inventory.csv", "--data", "shared.yaml", "--as", "phone"],
      ...["--format", name, "--show", "hint", "--fail-on", "never"],
    ]),
    ["template.xml.j2", "--data", "inventory.csv", "--data", "shared.yaml", "--row", "1", ...cisco],
    ["template.xml.j2", "--data", "shared.yaml", "--rows", "lines", "--syntax", "jinja", "--family", "mpp88xx"],
    ["template.xml.j2", "--data", "inventory.csv", "--out", "rendered", "--name", "{mac}.xml"],
    ["template.xml.j2", "--data", "inventory.csv", "--out", "rendered", "--name", "{GPP_D}.xml"],
    ["template.xml.j2", "--data", "inventory.csv", "--renderer", "node none.mjs {template}", "--allow-commands"],
    ["template.xml.j2", "--data", "wrongRows.json", "--rows", "rows", "--config", "config.json"],
    ["template.xml.j2", "--data", "wrong.yaml"],
    ["template.xml.j2", "--data", "wrong.csv"],
    ["profile0.xml", "--data", "inventory.csv"],
  ],
  updates: otherNames.flatMap((name) => [
    [name, "--mac", "00005e005301", "--firmware", "6.60A.100", "--offered", "6.20A.030"],
    [name, "--bytes", "8000000", "--devices", "10", "--json", "--dialect", "audiocodes"],
  ]),
  replace: otherNames.flatMap((name) =>
    otherNames.map((other) => [name, other, "--dialect", "audiocodes", ...(name === other ? ["--json"] : [])]),
  ),
  tone: [
    ...otherNames.map((name) => [name, "--tone", "1"]),
    ["350@-19;1(*/0/1)", "--json", "--seconds", "1", "--wav", "tone.wav"],
  ],
  dial: [
    ["--plan", "(911|xx.)", "--test", "numbers.txt", "911"],
    ["--plan", "(911|xx.)", "--test", "profile0.xml", "--quiet", "--family", "mpp88xx", "--short", "3", "--long", "9"],
  ],
  convert: [
    ...[...names, ...otherNames].flatMap((name) =>
      dialects.map(({ id }) => [name, "--to", id, ...(id === "avaya" ? [] : ["--json"])]),
    ),
    ["--tones", "DE", "--to", "audiocodes"],
    [
      "--firmware",
      "6.6",
      "--to",
      "avaya",
      "--from",
      "cisco-flat-profile",
      "--setting",
      `Password_1_=${c("--setting")}`,
    ],
  ],
  option: [
    ["242", `MCIPADD=192.0.2.5,L2QVLAN=9`],
    ...otherNames.map((name) => ["242", "--encode", name, "--dialect", "avaya"]),
    ["43", "0104363838390203414243"],
    ["43", "--dialect", "unify", "--setting", "vlan-id=101", "--setting", "url=https://h/dms"],
  ],
  gate: [
    ["images.bind.json", "--devices", "inventory.csv", "--override", "--dialect", "unify"],
    ["images.bind.json", "--devices", "inventory.csv", "--minimum", "CP400=V1 R4.0.0", "--format", "csv"],
    ["images.bind.json", "--devices", "wrong.csv", "--format", "json"],
  ],
  rollout: [
    ["site.rollout.json"],
    ...["text", "markdown", "csv", "json"].map((format) => [
      ...["--devices", "inventory.csv", "--file", "a.loads=7100000", "--wan", "10", "--lan", "100"],
      ...["--round-trip", "50", "--protocol", "tftp", "--block", "512", "--format", format],
    ]),
    ["--devices", "wrong.csv", "--file", "a.loads=7100000", "--out", "rollout.txt"],
  ],
  completion: [["bash"], ["zsh"], ["fish"]],
  // test/features/everyPlace asks the server.
  lsp: [["--clientProcessId", "1"]],
};
const notAsked: Readonly<Record<string, readonly string[]>> = { lsp: ["--stdio"], check: ["--watch"] };

test("every verb, option and output format is asked", async () => {
  const program = new Command();
  for (const verb of await Promise.all(Object.values(verbs).map((load) => load()))) verb(program, () => undefined);
  assert.deepEqual(program.commands.map((command) => command.name()).sort(), Object.keys(asks).sort());
  const words = (verb: string) => new Set(asks[verb]?.flat());
  const missing = program.commands.flatMap((command) => {
    const asked = words(command.name());
    return command.options.flatMap(({ long, short, argChoices }) => {
      if (notAsked[command.name()]?.includes(long ?? "")) return [];
      const isAsked = asked.has(long ?? "") || asked.has(short ?? "");
      const choices = command.name() === "check" && long === "--format" ? (argChoices ?? []) : [];
      return [...(isAsked ? [] : [long]), ...choices.filter((choice) => !asked.has(choice))].map(
        (what) => `${command.name()} ${what}`,
      );
    });
  });
  assert.deepEqual(missing, []);
});

test("no verb prints a secret", () =>
  withSite({ ...files, ...sides }, async (site) => {
    for (const [verb, runs] of Object.entries(asks))
      for (const args of runs) {
        // Threads are started from the command line's own file.
        const run = args.includes("--threads") ? "runAlone" : "run";
        const { out, err, code } = await site[run]([verb, ...args], "", { PHONE_KEY: key });
        const what = [verb, ...args.filter((arg) => arg !== key)].join(" ").slice(0, 100);
        assert.ok(out !== "" || err !== "" || code === 0, what);
        assert.doesNotMatch(err, /unknown option|missing required|too many arguments/, what);
        canaries.checkHidden(what, out);
        canaries.checkHidden(`${what} (standard error)`, err);
      }
    for (const made of ["a.xml", "b.xml", "tone.wav", "encrypted/00005e005301.xml"])
      assert.ok(existsSync(site.path(made)), `${made} was not written`);
    for (const made of ["base.json", "report.txt"]) canaries.checkHidden(made, readFileSync(site.path(made), "utf8"));
    canaries.checkHidden("plan in a file", readFileSync(site.path("plan.txt"), "utf8"));
    canaries.checkHidden("learned parameters", readFileSync(site.path("flat-profile.parameters.json"), "utf8"));
  }));
