import type { ResolveReport, ResolveSummary, RoundReport, StepReport } from "../deployment/report";
import { isOtherValue, type SettingReport, type ShownValue } from "../deployment/settingReports";
import { durationInWords } from "../values/duration";
import { counted } from "./counted";
import { type Paint, printable } from "./printable";

// What one device ends up with, for people.

export function* resolvedInWords(report: ResolveReport, why: readonly string[], paint: Paint): Generator<string> {
  const { device, outcome, rounds, settings, overridden, ignored, problems, notes, period } = report;
  const facts = [device.model ?? device.family, device.firmware].filter((fact) => fact !== undefined).join(", ");
  const title = `${device.label ?? device.id}${facts === "" ? "" : ` (${facts})`}`;
  const times = counted(rounds.length, "round");
  const end = outcome === "loop" ? `loop of ${period ?? "?"} rounds` : `${outcome} after ${times}`;
  yield `${paint.bold(printable(title))}   ${outcome === "stable" ? paint.cyan(end) : paint.red(end)}`;
  for (const [i, round] of rounds.entries()) yield* roundInWords(round, rounds[i - 1], paint);
  if (problems.length > 0) yield "";
  for (const { code, message } of problems) yield `${paint.red(code)}  ${printable(message)}`;
  if (notes.length > 0) yield "";
  for (const note of notes) yield printable(noteInWords(note));
  yield "";
  yield `${settings.length} settings, ${overridden} overridden, ${ignored.length} unknown to this device`;
  if (ignored.length > 0) {
    const names = ignored.slice(0, maxUnknown).join(", ");
    const more = ignored.length > maxUnknown ? ` and ${ignored.length - maxUnknown} more` : "";
    yield printable(`Unknown to this device: ${names}${more}`);
  }
  // Questions about some settings are not answered with all of them.
  if (why.length === 0) {
    const width = Math.min(28, Math.max(0, ...settings.map(({ name }) => name.length)));
    for (const setting of settings) yield settingInWords(setting, width);
  }
  for (const name of why) {
    const setting = settings.find((each) => each.name === name);
    yield "";
    if (setting) yield* historyInWords(setting, paint);
    else yield `${printable(name)}  not known`;
  }
}

/** Names that a device does not have, at most. */
const maxUnknown = 10;

function noteInWords(note: string): string {
  switch (note) {
    case "switched off":
      return "switched off: Provisioning is switched off. The device does not ask again.";
    case "no rule":
      return "no rule: The device has no rule that fetches a file.";
    case "no schedule":
      return "no schedule: The device does not ask again by itself.";
    case "blocked by triggers":
      return "blocked by triggers: No trigger becomes true. The device does not ask again.";
    case "undecided triggers":
      return "undecided triggers: It depends on unknown values whether a trigger becomes true.";
    case "undecided":
      return "undecided: A template leaves open whether the device asks.";
    case "needs a restart":
      return "needs a restart: The device asks again only when it starts.";
    case "needs a trigger":
      return "needs a trigger: The device asks again only when a value of its own makes a trigger true.";
    default:
      return note;
  }
}

function* roundInWords(round: RoundReport, before: RoundReport | undefined, paint: Paint): Generator<string> {
  const { number, cause, needs, steps, upgrade, changed } = round;
  const wait = before?.next?.earliest ?? 0;
  const when = needs ? `needs a ${needs}` : wait > 0 ? `${cause}, ${durationInWords(wait)} later` : cause;
  yield "";
  if (before && !changed && isSame(before, round)) {
    yield `${paint.bold(String(number))}  ${when}     the same files, nothing changed`;
    return;
  }
  yield `${paint.bold(String(number))}  ${when}`;
  for (const step of steps) yield `   ${printable(stepInWords(step))}`;
  if (upgrade) {
    const { outcome, load, isMissing } = upgrade as Readonly<Record<string, unknown>>;
    const verdict = outcome === "nothing chosen" ? nothingApplies : String(outcome);
    const parts = ["firmware".padEnd(14), ...(load === undefined ? [] : [`→ ${String(load)}`])];
    yield `   ${printable([...parts, isMissing ? "missing" : verdict].join("  "))}`;
  }
}

function isSame(a: RoundReport, b: RoundReport): boolean {
  return a.steps.length === b.steps.length && a.steps.every(({ url }, i) => url === b.steps[i]?.url);
}

const nothingApplies = "no alternative applies";

function stepInWords(step: StepReport): string {
  const { rule, url, redirects, file, reason, set, reset, kept, assigned, setBy, layers, countsAsSuccess } = step;
  const parts = [rule.padEnd(14)];
  if (url !== undefined) parts.push([...(redirects ?? []), url].map((each) => `→ ${each}`).join(" "));
  if (file !== undefined) parts.push(file);
  const names = step.unknown ? `: ${step.unknown.join(", ")}` : "";
  if (reason !== undefined)
    parts.push(`${step.class ?? ""} ${reason}${names}${countsAsSuccess ? " (counts as success)" : ""}`);
  else if (url !== undefined) parts.push(`${set} set`);
  if (reset > 0) parts.push(`${reset} reset`);
  if (kept > 0) parts.push(`${kept} kept`);
  if (layers) parts.push(`(${layers.join(", ")})`);
  if (assigned) parts.push(`assigns ${assigned.join(", ")}`);
  if (step.class === undefined) parts.push(nothingApplies);
  if (setBy) parts.push(`rule set in this round by ${placeInWords(setBy)}`);
  return parts.join("  ");
}

function placeInWords({ file, line, rule }: Readonly<Record<string, unknown>>): string {
  if (file === undefined) return rule === undefined ? "" : String(rule);
  return line === undefined ? String(file) : `${String(file)}:${String(line)}`;
}

function valueInWords(value: ShownValue): string {
  if ("value" in value) return value.value === "" ? '""' : value.value;
  return "secret" in value ? "(secret)" : "(unknown)";
}

function settingInWords(setting: SettingReport, width: number): string {
  const { name, how, from, over } = setting;
  const place = from ? placeInWords(from) : "";
  const line = `${name.padEnd(width)}  ${valueInWords(setting)}  ${place === "" ? how : place}`;
  const others = over?.filter(isOtherValue) ?? [];
  if (others.length === 0) return printable(line);
  const values = others.map((each) => `${valueInWords(each)} (${placeInWords(each) || String(each.how)})`);
  return printable(`${line}  over ${values.join(", ")}`);
}

function* historyInWords(setting: SettingReport, paint: Paint): Generator<string> {
  yield `${paint.bold(printable(setting.name))} is ${printable(valueInWords(setting))}${setting.factory === undefined ? "" : printable(`, factory value ${setting.factory === "" ? '""' : setting.factory}`)}`;
  for (const { how, round, ...entry } of [...(setting.history ?? [])].reverse()) {
    const place = placeInWords(entry);
    yield printable(
      `  ${round === undefined ? "start" : `round ${String(round)}`}  ${String(how)}  ${valueInWords(entry)}  ${place}`.trimEnd(),
    );
  }
}

/** A device of a list on one line. */
export function summaryLine({ id, outcome, rounds, firmware, urls, failed, problems, notes }: ResolveSummary): string {
  const why = failed ? [`${failed.rule} ${failed.class} ${failed.reason}`] : [];
  const remarks = [...why, ...problems.map(({ code }) => code), ...notes].join(", ");
  const parts = [id, `${outcome} (${rounds})`, firmware ?? "", urls.join(" "), remarks];
  return printable(parts.join("  ").trimEnd());
}
