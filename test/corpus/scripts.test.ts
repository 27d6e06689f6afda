import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { isSound, soundOf } from "../../client/media/player/sound";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import { themes } from "../../server/src/values/pictureTheme";
import { catalogue } from "../support/catalogue";
import { corpusFiles, corpusFolder } from "../support/corpus";
import { dialect, snapshotOf } from "../support/problems";

// Every tone, cadence, ring and dial plan of real files is described in words, and shown and played where it is a signal; or
// it is in this list with what is wrong. UPDATE_GOLDEN is useless here: a new row needs a verdict by a person.

/** Values that no phone takes, each with the codes that say why. */
const wrong: Readonly<Record<string, readonly string[]>> = {};

const skip = corpusFolder === undefined ? "the shared corpus is absent" : false;
const scripts = new Set(["ToneScript", "CadScript", "RingScript", "DialPlanScript"]);

/** Distinct values of these types with a parameter that contains them. */
function realScripts(): ReadonlyMap<string, { readonly name: string; readonly text: string }> {
  const found = new Map<string, { readonly name: string; readonly text: string }>();
  const add = (name: string, text: string) => {
    const type = catalogue.find(name)?.parameter.type;
    if (type !== undefined && scripts.has(type) && text !== "" && text !== '""')
      found.set(`${type} ${text}`, { name, text });
  };
  for (const list of ["cadence-scripts", "tone-scripts", "ring-scripts", "dial-plans"]) {
    const rows = readFileSync(path.join(corpusFolder ?? "", "values", `${list}.txt`), "utf8").split("\n");
    for (const row of rows.filter((line) => !line.startsWith("#"))) {
      const [, , value = "", names = ""] = row.split("\t");
      for (const name of names.split(", ")) add(name, value.replaceAll("\\n", "\n").replaceAll("\\t", "\t").trim());
    }
  }
  for (const { text } of corpusFiles())
    for (const { settings } of snapshotOf(text).document.segments)
      for (const setting of settings) if (!setting.templated && setting.path === "") add(setting.name, setting.text);
  return found;
}

test("every tone, cadence, ring and dial plan of real files is decoded, or called wrong for a reason", { skip }, () => {
  const found: Record<string, string[]> = {};
  const counts = new Map<string, number>();
  for (const [key, { name, text }] of realScripts()) {
    const parameter = catalogue.find(name);
    assert.ok(parameter);
    const at = resolveParameter(parameter, name, { certainty: "unknown", reason: "" }, catalogue);
    const type = dialect.valueTypes.find(({ id }) => id === at.parameter.type);
    assert.ok(type);
    const codes = type
      .check(text, at)
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ code }) => code);
    if (codes.length > 0) {
      found[text] = codes;
      continue;
    }
    counts.set(type.id, (counts.get(type.id) ?? 0) + 1);
    assert.ok((type.describe?.(text, at) ?? "").length > 10, key);
    if (type.id === "DialPlanScript") assert.ok(readDialPlan(text).sequences.length > 0, key);
    if (type.id !== "ToneScript" && type.id !== "CadScript") continue;
    assert.match(type.picture?.(text, themes.dark, at) ?? "", /^<svg .*<rect /, key);
    const sound = soundOf({ type: type.id, text });
    assert.ok(isSound(sound) && sound.samples.some((sample) => sample !== 0), key);
  }
  assert.deepEqual(found, wrong);
  const reported = Object.fromEntries([...counts].sort());
  for (const type of scripts) assert.ok((reported[type] ?? 0) > 10, JSON.stringify(reported));
});
