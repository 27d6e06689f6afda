import { isDeepStrictEqual } from "node:util";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { type Running, runUntilStable } from "../../server/src/dialects/avaya/flow/firmware";
import type { Facts, Outcome, Trace } from "../../server/src/dialects/avaya/flow/run";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { LineIndex } from "../../server/src/text/lineIndex";
import { problemsOf, serviceOf, snapshotOf } from "../support/problems";
import { codes } from "./codes";
import { optionCase } from "./conversions";
import type { VendorCase } from "./vendorCase";

type Files = Readonly<Record<string, string>>;

interface Expected {
  readonly line?: number;
  readonly severity?: string;
  readonly code: string;
}

/** What is wrong with the product's answer to a case; undefined: nothing. */
export function avayaCase(each: VendorCase): string | undefined {
  const { input, expected } = each;
  if (input.files) return flowCase(input.files as Files, input, expected);
  if (typeof input.line === "string") return lineCase(String(input.file ?? "46xxsettings.txt"), input.line, expected);
  if (typeof input.ref === "string") return countCase(each, input.ref);
  if (typeof input.text === "string") return optionCase(each, avayaSettings);
  return problemCase(input as Files, expected);
}

const severityNames: Readonly<Record<string, string>> = { information: "info" };
const severityOf = (word: string) => severityNames[word] ?? word;
const codeOf = (code: string) => {
  const plain = code.replace(/ \(new\)$/, "");
  return codes[plain] ?? plain;
};

/** An expected problem that is not reported. */
function missing(found: readonly FileProblem[], text: string, { line, severity, code }: Expected): string | undefined {
  const lines = new LineIndex(text);
  const isIt = (problem: FileProblem) =>
    problem.code === codeOf(code) &&
    (severity === undefined || problem.severity === severityOf(severity)) &&
    (line === undefined ||
      // A problem of two lines may be noted at either.
      [problem, ...(problem.related ?? [])].some(({ span }) => lines.positionAt(span.start).line === line - 1));
  if (found.some(isIt)) return undefined;
  const all = found.map((p) => `${lines.positionAt(p.span.start).line + 1} ${p.severity} ${p.code}`);
  return `no ${severity ?? "problem"} ${codeOf(code)} in line ${line ?? "?"}; found ${JSON.stringify(all)}`;
}

function problemCase(files: Files, expected: VendorCase["expected"]): string | undefined {
  const [[own, text] = ["", ""], ...others] = Object.entries(files);
  const found = problemsOf(text, defaultSettings, avayaSettings, { own, others: Object.fromEntries(others) });
  return missing(found, text, expected as unknown as Expected);
}

function lineCase(own: string, line: string, expected: VendorCase["expected"]): string | undefined {
  const text = `${line}\n`;
  const found = problemsOf(text, defaultSettings, avayaSettings, { own });
  if (expected.ok === true) {
    const bad = found.filter(({ severity }) => severity === "error" || severity === "warning");
    if (bad.length > 0) return `reported: ${bad.map(({ code }) => code).join(", ")}`;
    if (typeof expected.hover === "string") return wrongDescription(text, expected.hover);
    return undefined;
  }
  const { suggest } = expected;
  const problem = missing(found, text, expected as unknown as Expected);
  if (problem !== undefined || typeof suggest !== "string") return problem;
  const isSuggested = found.some((each) => each.message.includes(suggest));
  return isSuggested ? undefined : `${suggest} is not suggested`;
}

function wrongDescription(text: string, hover: string): string | undefined {
  const snapshot = snapshotOf(text, defaultSettings, avayaSettings);
  const [setting] = snapshot.document.segments[0]?.settings ?? [];
  if (!setting) return "no setting";
  const { effective, type } = snapshot.likelyAnalyzer.facts(setting);
  const said = effective && type?.describe?.(setting.text, effective);
  const words = (each: string): readonly string[] => each.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const lacking = words(hover).filter((word) => !words(said ?? "").includes(word) && !/^(?:of|nd|the)$/.test(word));
  return lacking.length === 0 ? undefined : `described as ${JSON.stringify(said)}, without ${lacking.join(", ")}`;
}

/** A phone that has exactly these variables. */
function factsOf(device: Files, running: Running, isCaseIgnored: boolean): Facts {
  const values = new Map(Object.entries(device).map(([name, value]) => [name.toUpperCase(), value]));
  if (running.application !== undefined) values.set("APPNAME", running.application);
  if (running.boot !== undefined) values.set("BOOTNAME", running.boot);
  const family = serviceOf(avayaSettings).catalogue.families.find(({ models }) =>
    models.some(({ model }) => model === device.MODEL4),
  );
  const { catalogue } = serviceOf(avayaSettings);
  const traits = catalogue.generations.find(({ id }) => id === family?.generation)?.traits ?? [];
  return {
    variable(name) {
      const value = values.get(name);
      return value === undefined ? "absent" : { value };
    },
    ignoresCase: isCaseIgnored,
    addsToLists: device.MODEL4 === undefined ? true : traits.includes("adds-to-lists"),
  };
}

function flowCase(files: Files, input: VendorCase["input"], expected: VendorCase["expected"]): string | undefined {
  const { catalogue } = serviceOf(avayaSettings);
  const device = (input.device ?? {}) as Files;
  const start = String(input.start ?? Object.keys(files)[0]);
  const documents = new Map(Object.entries(files).map(([name, text]) => [name, avayaSettings.read(text, catalogue)]));
  const site = { fetch: (name: string): ProfileDocument | "missing" => documents.get(name) ?? "missing" };
  const first = { application: device.APPNAME, boot: device.BOOTNAME };
  const { rounds, loops } = runUntilStable(
    start,
    documents.get(start) as ProfileDocument,
    (running) => factsOf(device, running, input.case_insensitive_SEQ === true),
    site,
    first,
  );
  const [round] = rounds;
  if (!round) return "no round";
  const { outcome, verdict } = round;
  const fetched = outcome.asked.filter(({ answer }) => answer === "file").map(({ name }) => name);
  const lost = outcome.asked.filter(({ answer }) => answer === "missing").map(({ name }) => name);
  const settings = Object.fromEntries([...outcome.settings].map(([name, { text }]) => [name, text]));
  const actual: Record<string, unknown> = { fetched, missing: lost, settings };
  for (const key of ["fetched", "missing", "settings"])
    if (expected[key] !== undefined && !isDeepStrictEqual(actual[key], expected[key]))
      return `${key}: expected ${JSON.stringify(expected[key])}, got ${JSON.stringify(actual[key])}`;
  if (expected.path) {
    const wrong = wrongPath(outcome, files, expected.path as readonly PathEntry[]);
    if (wrong !== undefined) return wrong;
  }
  const firmware = expected.firmware as { file: string; action: string } | undefined;
  if (firmware) {
    const action = verdict.action === "download" ? "download-and-restart" : verdict.action;
    if (verdict.file !== firmware.file || action !== firmware.action)
      return `firmware: expected ${JSON.stringify(firmware)}, got ${JSON.stringify({ file: verdict.file, action })}`;
  }
  if (Array.isArray(expected.rounds)) {
    const names = [first.application, ...rounds.map(({ verdict: { file } }) => file)];
    const isThere = [names, names.slice(1), names.slice(0, -1)].some((each) =>
      isDeepStrictEqual(each, expected.rounds),
    );
    if (!isThere) return `rounds: expected ${JSON.stringify(expected.rounds)}, got ${JSON.stringify(names)}`;
  }
  if (loops && !JSON.stringify(expected).includes("loop")) return "the rounds do not settle";
  for (const each of (expected.diagnostics ?? []) as readonly (Expected & { readonly file?: string })[]) {
    const name = each.file ?? fileOf(each, files, start);
    const text = files[name] ?? "";
    const { [name]: _, ...others } = files;
    const model = device.MODEL4 === undefined ? {} : { model: device.MODEL4 };
    const found = problemsOf(text, { ...defaultSettings, device: model }, avayaSettings, { own: name, others });
    const problem = missing(found, text, each);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The file that a problem is in; cases leave it out where it is the first. */
function fileOf({ line = 1 }: Expected, files: Files, start: string): string {
  const isThere = (files[start] ?? "").split("\n").length >= line;
  return isThere ? start : (Object.keys(files).find((name) => (files[name] ?? "").split("\n").length >= line) ?? start);
}

interface PathEntry {
  readonly line: number;
  readonly event: string;
  readonly what: readonly unknown[];
  /** A jump of a condition. */
  readonly isCondition?: boolean;
}

/** Events that the cases and the simulator have alike; cases note more, such as lines that are ignored. */
const events: ReadonlySet<string> = new Set(["set", "add", "override", "goto", "goto-missing", "get-ok"]);

function wrongPath({ trace }: Outcome, files: Files, expected: readonly PathEntry[]): string | undefined {
  const indexes = new Map(Object.entries(files).map(([name, text]) => [name, new LineIndex(text)]));
  const actual = trace.flatMap((each) => entries(each, indexes, files)).filter(({ event }) => event !== "other");
  const all = expected.filter(({ event }) => events.has(event));
  let next = 0;
  const isAlike = all.every((each) => {
    // Jumps of conditions may have a name of their own in the cases.
    while (actual[next]?.isCondition && actual[next]?.line !== each.line) next++;
    const other = actual[next++];
    if (!other || other.line !== each.line || other.event !== each.event) return false;
    // What follows the name of a file or label is prose.
    const isProse = each.event === "get-ok" || each.event === "goto-missing";
    return isProse ? each.what[0] === other.what[0] : isDeepStrictEqual(each.what, other.what);
  });
  const isWhole = actual.slice(next).every(({ isCondition }) => isCondition);
  if (isAlike && isWhole) return undefined;
  return `path: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

function entries(each: Trace, indexes: ReadonlyMap<string, LineIndex>, files: Files): PathEntry[] {
  const index = indexes.get(each.file);
  const lineOf = ({ base, statement }: Trace["step"]) => (index?.positionAt(base + statement.span.start).line ?? 0) + 1;
  const line = lineOf(each.step);
  switch (each.event) {
    case "set":
      return [
        ...(each.before === undefined || each.before === each.value
          ? []
          : [{ line, event: "override", what: [each.name, each.before, each.value] }]),
        { line, event: "set", what: [each.name, each.value] },
      ];
    case "add":
      return [{ line, event: "add", what: [each.name, each.value] }];
    case "jump":
      return [
        {
          ...{ line, event: "goto", what: [each.label, lineOf(each.target)] },
          isCondition: each.step.statement.kind === "if",
        },
      ];
    case "jump nowhere":
      return [{ line, event: "goto-missing", what: [each.label, "no label: rest of file ignored"] }];
    case "get": {
      if (each.answer !== "file") return [{ line, event: "other", what: [each.name] }];
      const left = (files[each.file] ?? "").replace(/\n$/, "").split("\n").length - line;
      return [{ line, event: "get-ok", what: [each.name, `rest of ${each.file} skipped (${left} lines)`] }];
    }
    default:
      return [];
  }
}

/** `J129 (SIP)`, `9608 (SIG 1)`, `1608`: how many settings such a phone gets. */
function countCase({ expected, fileOf: read }: VendorCase, ref: string): string | undefined {
  const text = read?.(ref);
  if (text === undefined) return `no file ${ref}`;
  const { catalogue } = serviceOf(avayaSettings);
  const document = avayaSettings.read(text, catalogue);
  const counts: Record<string, number> = {};
  const wanted = expected.settings_count_by_device as Readonly<Record<string, number>>;
  for (const words of Object.keys(wanted)) {
    const [, model = "", more = ""] = /^(\S+)(?: \((.*)\))?$/.exec(words) ?? [];
    const signaling = /^SIG (\d)/.exec(more)?.[1];
    const device: Record<string, string> = { MODEL4: model };
    if (signaling) device.SIG = signaling;
    if (/^(?:SIP|H323)$/.test(more)) device.SIG_IN_USE = more;
    const site = { fetch: () => "missing" as const };
    const { rounds } = runUntilStable(ref, document, (running) => factsOf(device, running, false), site, {});
    counts[words] = rounds[0]?.outcome.settings.size ?? 0;
  }
  return isDeepStrictEqual(counts, wanted)
    ? undefined
    : `expected ${JSON.stringify(wanted)}, got ${JSON.stringify(counts)}`;
}
