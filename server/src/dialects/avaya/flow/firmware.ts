import type { ProfileDocument } from "../../../profile/profileDocument";
import { type Attention, type Facts, type Outcome, run, type Site } from "./run";
import { isCertain, type Value } from "./settings";

/** What a phone does with the file that `APPNAME` names. */
export interface Verdict {
  readonly action: "keep" | "download" | "none" | "unknown";
  readonly file: string | undefined;
  readonly setBy: Value | undefined;
  /** What runs, as far as it decides. */
  readonly running: string | undefined;
}

export interface Running {
  readonly application?: string | undefined;
  readonly boot?: string | undefined;
  /** Numbers of the running release, for phones that compare them. */
  readonly release?: string | undefined;
}

export interface Round {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly running: Running;
}

export interface Rounds {
  readonly rounds: readonly Round[];
  /** The phone loads these files again and again. */
  readonly loops: boolean;
}

/** Restarts that are followed. */
const maxRounds = 6;

/** Boot files of phones that have one begin with this. */
const bootFile = /^hb\d/i;

/** Whether a file is the boot file of phones that have a boot file and an application file. */
export function isBootFile(name: string): boolean {
  return bootFile.test(name);
}

/** `S9608_SALBR6_2_0r36_V4r52.tar`, `FW_S_J179_R4_1_1_0_7.bin`. */
export function isFirmwareFile(name: string): boolean {
  return isBootFile(name) || /\.(?:bin|ebin|tar)$/i.test(name);
}

export function verdictOf({ settings }: Pick<Outcome, "settings">, running: Running, ignoresCase = false): Verdict {
  const setBy = settings.get("APPNAME");
  if (!setBy) return { action: "none", file: undefined, setBy: undefined, running: undefined };
  const file = setBy.text;
  if (!isCertain(setBy)) return { action: "unknown", file, setBy, running: undefined };
  if (file === "") return { action: "none", file, setBy, running: undefined };
  const known = isBootFile(file) ? running.boot : running.application;
  const isSame = (name: string | undefined) =>
    name === file || (ignoresCase && name !== undefined && name.toLowerCase() === file.toLowerCase());
  if (isSame(running.application) || isSame(running.boot)) return { action: "keep", file, setBy, running: file };
  if (known !== undefined) return { action: "download", file, setBy, running: known };
  const release = releaseIn(file);
  // `4.1.1` may be any `4.1.1.x.y`.
  const isShort = release !== undefined && running.release !== undefined && release.startsWith(`${running.release}.`);
  if (release !== undefined && running.release !== undefined && !isShort) {
    const action = release === running.release ? "keep" : "download";
    return { action, file, setBy, running: running.release };
  }
  return { action: "unknown", file, setBy, running: undefined };
}

/** `4.1.1.0.7` of `FW_S_J179_R4_1_1_0_7.bin`. */
export function releaseIn(file: string): string | undefined {
  const match = /(?:^|_)R?(\d+(?:[_.]\d+){2,5})/i.exec(file.replace(/\.(?:bin|tar|ebin)$/i, ""));
  return match?.[1]?.replaceAll("_", ".");
}

/** A phone that restarts after each new file until nothing changes. */
export function runUntilStable(
  start: string,
  document: ProfileDocument,
  factsOf: (running: Running) => Facts,
  site: Site,
  first: Running,
  attention?: Attention,
): Rounds {
  const rounds: Round[] = [];
  const seen = new Set<string>();
  let running = first;
  for (;;) {
    const facts = factsOf(running);
    const outcome = run(start, document, facts, site, attention);
    const verdict = verdictOf(outcome, running, facts.ignoresCase);
    rounds.push({ outcome, verdict, running });
    if (verdict.action !== "download" || verdict.file === undefined) return { rounds, loops: false };
    seen.add(key(running));
    running = loaded(running, verdict.file);
    if (seen.has(key(running))) return { rounds, loops: true };
    if (rounds.length >= maxRounds) return { rounds, loops: false };
  }
}

function key({ application, boot, release }: Running): string {
  return JSON.stringify([application, boot, release]);
}

/** What runs after the restart. */
function loaded(running: Running, file: string): Running {
  if (isBootFile(file)) return { ...running, boot: file };
  return { ...running, application: file, release: releaseIn(file) ?? running.release };
}
