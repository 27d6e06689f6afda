import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { reportFormats } from "../../server/src/cli/reports/index";
import { Canaries, devicesOfSecrets, fileOfSecrets } from "../support/canaries";
import { withSite } from "../support/commandLine";

// Nothing that the command line prints tells a secret; files that it writes hold what the person wrote.

const canaries = new Canaries();
const profile = fileOfSecrets(canaries);
const deviceFiles = devicesOfSecrets(canaries);
const c = (place: string) => canaries.at(`inventory: ${place}`);
/** Rules that carry a secret into an address, each in another way. */
const leaking = `<flat-profile>
<Profile_Rule>(e = "[$SA]"; f = "$MPWD";)! [--key $SB --pwd ${canaries.at("--pwd")}] http://u:${canaries.at("URL of a rule")}@h:8080/[$SC]</Profile_Rule>
<Profile_Rule_B>[--pwd $C --uid $UID1] http://h/$E/$F/$C?x=[$(SD:0:9)]</Profile_Rule_B>
<Profile_Rule_C>$D</Profile_Rule_C>
<Upgrade_Rule>http://h/$C/sip88xx.12-0-2MPP0001-116.loads?[$SA]</Upgrade_Rule>
</flat-profile>`;
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

const files = {
  "a.xml": profile,
  "leaking.xml": leaking,
  "inventory.csv": inventory,
  "headless.csv": `${c("a first row without names")},${c("its second cell")}\nx,y\n`,
  ".vscode/flat-profile.devices.json": deviceFiles[0] ?? "",
  ...Object.fromEntries(deviceFiles.map((text, i) => [`devices${i}.json`, text])),
  "packed.gz": gzipSync(profile),
};

const runs: readonly (readonly string[])[] = [
  ...reportFormats.map(({ name }) => ["check", "--format", name, "--show", "hint", "a.xml", "leaking.xml"]),
  ...["a.xml", "leaking.xml"].flatMap((file) => [
    ["preview", file, "--device", "desk"],
    ["preview", file, "--device", "desk", "--json"],
    ["preview", file, "--device", "8841"],
  ]),
  ...deviceFiles.map((_, i) => ["preview", "a.xml", "--device", `devices${i}.json`]),
  ...["a.xml", "leaking.xml"].flatMap((file) => [
    ["fleet", file, "--devices", "inventory.csv"],
    ["fleet", file, "--devices", "inventory.csv", "--format", "jsonl"],
    ["fleet", file, "--devices", "headless.csv"],
  ]),
  ["fleet", "inventory.csv", "--devices", "a.xml"],
  ["explain", "Password_1_", "GPP_SA", "secret/in-url"],
  ["learn", "a.xml", "--out", "-"],
  ["learn", "a.xml"],
  ["inspect", "a.xml", "packed.gz"],
  ["inspect", "--json", "a.xml", "packed.gz"],
  ["format", "--check", "a.xml"],
];

test("no verb prints a secret", () =>
  withSite(files, async (site) => {
    for (const args of runs) {
      const { out, err, code } = await site.run(args);
      assert.ok(out !== "" || err !== "" || code === 0, args.join(" "));
      canaries.checkHidden(args.join(" "), out);
      canaries.checkHidden(`${args.join(" ")} (standard error)`, err);
    }
  }));
