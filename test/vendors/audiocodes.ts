import { isDeepStrictEqual } from "node:util";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { ToneUse } from "../../server/src/conversion/tones";
import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import { toneSettings } from "../../server/src/dialects/audiocodes/tones/fromScript";
import { toneOf, toneScriptOf, toneSections, tonesOf } from "../../server/src/dialects/audiocodes/tones/tone";
import { type ServerFacts, updatePlan, verdictInWords } from "../../server/src/dialects/audiocodes/update/plan";
import { differentFromDefault, replacement, settingsOf } from "../../server/src/dialects/audiocodes/update/replacement";
import { toneParameter } from "../../server/src/dialects/cisco-flat-profile/conversion";
import { LineIndex } from "../../server/src/text/lineIndex";
import { problemsOf, serviceOf } from "../support/problems";
import { codes } from "./codes";
import type { VendorCase } from "./vendorCase";

type Texts = Readonly<Record<string, string>>;

const severities: Texts = { information: "info" };
const codeOf = (code: string) => {
  const plain = code.replace(/ \(new\)$/, "");
  return codes[plain] ?? plain;
};

function check(text: string, own: string, expected: VendorCase["expected"]): string | undefined {
  const found = problemsOf(text, defaultSettings, audiocodesIni, { own });
  if (expected.ok === true || expected.severity === "none" || expected.code === null) {
    const bad = found.filter(({ severity }) => severity === "error" || severity === "warning");
    return bad.length === 0 ? undefined : `reported: ${bad.map(({ code }) => code).join(", ")}`;
  }
  const { severity, line, fix, suggest } = expected;
  const code = codeOf(String(expected.code));
  const lines = new LineIndex(text);
  const isIt = (problem: FileProblem) =>
    (code.split(" ").includes(problem.code) || (code === "table/end" && problem.code === "table/no-end")) &&
    (severity === undefined || problem.severity === (severities[String(severity)] ?? severity)) &&
    (line === undefined || lines.positionAt(problem.span.start).line === Number(line) - 1);
  const fitting = found.filter(isIt);
  if (fitting.length === 0)
    return `no ${severity} ${code}; found ${JSON.stringify(found.map((each) => `${each.severity} ${each.code}`))}`;
  const words = fitting
    .map((each) => `${each.message} ${JSON.stringify((each.fixes ?? []).map(({ edits }) => edits))}`)
    .join(" ");
  for (const word of [fix, suggest])
    if (typeof word === "string" && !words.includes(word)) return `${word} is not suggested: ${words}`;
  return undefined;
}

/** What is wrong with the product's answer to a case; undefined: nothing. */
export function audiocodesCase({ input, expected }: VendorCase): string | undefined {
  if (input.running !== undefined) return replacementCase(input, expected);
  if (typeof input.ini === "string") return planCase(input, expected);
  const own = String(input.file ?? Object.keys(input)[0]);
  const text = String(input.text ?? (input.file === undefined ? Object.values(input)[0] : "EnableSyslog = 1\n"));
  if (typeof expected.preview === "string") {
    const { catalogue } = serviceOf(audiocodesIni);
    const names = differentFromDefault(settingsOf(audiocodesIni.read(text, catalogue)), catalogue);
    const wanted = expected.preview.replace(/^.*?:\s*/, "").split(/,\s*/);
    const lacking = wanted.filter((name) => !names.some((each) => each.toUpperCase() === name.toUpperCase()));
    if (lacking.length > 0) return `not different: ${lacking.join(", ")}; found ${names.join(", ")}`;
  }
  return check(text, own, expected);
}

function replacementCase(input: VendorCase["input"], expected: VendorCase["expected"]): string | undefined {
  const { catalogue } = serviceOf(audiocodesIni);
  const running = new Map(Object.entries(input.running as Texts));
  const fresh = settingsOf(audiocodesIni.read(String(input.new_ini ?? input.ini), catalogue));
  const found = replacement(running, fresh, catalogue, input.SetDefaultOnIniFileProcess === "0" || undefined);
  const actual: Record<string, readonly string[]> = {
    back_to_default: found.backToDefault.map(({ name }) => name),
    kept: [...found.kept, ...found.keptWhenAbsent.map(({ name }) => name)],
    changed: found.changed.map(({ name }) => name),
    unknown: found.unknown,
  };
  for (const [key, names] of Object.entries(expected)) {
    const have = actual[key];
    if (have && Array.isArray(names) && !isDeepStrictEqual([...have].sort(), [...names].sort()))
      return `${key}: expected ${JSON.stringify(names)}, got ${JSON.stringify(have)}`;
  }
  return undefined;
}

function planCase(input: VendorCase["input"], expected: VendorCase["expected"]): string | undefined {
  const { catalogue } = serviceOf(audiocodesIni);
  const [profile] = audiocodesIni.read(String(input.ini), catalogue).profiles;
  if (!profile) return "no profile";
  const device = (input.device ?? {}) as Texts;
  const server = (input.server ?? {}) as Texts;
  const facts: ServerFacts = {
    ...(server.ini_modified !== undefined && {
      iniModified: /same|not|older/.test(server.ini_modified) ? "same" : "newer",
    }),
    ...(server.cmp_version !== undefined && { firmware: server.cmp_version }),
    ...(server.cpt_url_before !== undefined && { loaded: { CptFileURL: server.cpt_url_before } }),
  };
  const plan = updatePlan(profile, catalogue, { mac: device.mac, firmware: device.version }, facts);
  const said: Record<string, string> = {};
  for (const { kind, parameter, url, verdict } of plan.files) {
    const key = kind === "ini" ? "ini" : kind === "firmware" ? "cmp" : parameter.replace(/FileURL$/i, "").toLowerCase();
    said[key] = `${verdictInWords(verdict)} ${verdict} ${plan.warnings.join(" ")}`;
    said[`${key}_url`] = url;
    if (kind === "ini") said.url = url;
  }
  const all = [...Object.values(said), ...plan.warnings].join("; ");
  for (const [key, words] of Object.entries(expected)) {
    if (key === "note" || typeof words !== "string") continue;
    const have = said[key] ?? all;
    const lacking = (words.toLowerCase().match(/[a-z]{3,}|\d{3,}/g) ?? []).filter(
      (word) => word !== "warning" && !have.toLowerCase().includes(word),
    );
    if (lacking.length > 0) return `${key}: expected ${words}, got ${have}`;
  }
  return undefined;
}

/** Cases of call progress tones. */
export function toneCase(each: VendorCase): string | undefined {
  const { input, expected } = each;
  if (typeof input.toneScript === "string") return backCase(input.toneScript, expected);
  const text = String(input.text ?? Object.values(input)[0]);
  if (expected.toneScript !== undefined) return scriptCase(text, expected);
  // A few cases say in words what the file has.
  const twice = /^two tones of type (\d+)$/.exec(text)?.[1];
  const written =
    twice === undefined ? text : [0, 1].map((n) => `[CALL PROGRESS TONE #${n}]\nTone Type=${twice}\n`).join("");
  return check(written, "call_progress.ini", expected);
}

function scriptCase(text: string, expected: VendorCase["expected"]): string | undefined {
  const { catalogue } = serviceOf(audiocodesIni);
  const document = audiocodesIni.read(text, catalogue);
  const [tone] = tonesOf(document);
  const [section] = toneSections(document);
  if (!tone || !section) return "no tone";
  if ((tone.script ?? null) !== expected.toneScript) return `script: ${tone.script}`;
  const parameter = tone.script === undefined ? null : (toneParameter(tone.use) ?? null);
  const read = toneOf(section);
  if (expected.cisco_parameter !== undefined && parameter !== expected.cisco_parameter)
    return `parameter: ${parameter}, ${JSON.stringify(toneScriptOf(read))}`;
  const problems = problemsOf(text, defaultSettings, audiocodesIni);
  for (const { code, severity } of (expected.diagnostics ?? []) as readonly { code: string; severity: string }[]) {
    const isLoss = code === "cpt-no-equivalent" && tone.losses.length > 0;
    const isThere = problems.some(
      (problem) =>
        codeOf(code).split(" ").includes(problem.code) && problem.severity === (severities[severity] ?? severity),
    );
    if (!isLoss && !isThere) return `no ${severity} ${code}`;
  }
  return undefined;
}

function backCase(script: string, expected: VendorCase["expected"]): string | undefined {
  const use = (expected.use ?? "dial") as ToneUse;
  const { settings, losses } = toneSettings(script, use);
  const found = Object.fromEntries(settings ?? []);
  for (const [name, value] of Object.entries(expected)) {
    if (!/\[|^Tone /.test(name)) continue;
    if (found[name] !== String(value)) return `${name}: expected ${value}, got ${found[name]}`;
  }
  const isRefused = Object.values(expected).some(
    (value) => value === null || /no conversion|not possible/i.test(String(value)),
  );
  if (isRefused && settings && losses.length === 0) return "converted without a loss";
  return undefined;
}
