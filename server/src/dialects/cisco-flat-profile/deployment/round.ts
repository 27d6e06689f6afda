import {
  type Answer,
  type Decryption,
  type Request,
  type Secret,
  type SiteFile,
  type Target,
  urlOf,
} from "../../../deployment/exchange";
import type {
  Occasion,
  PhoneState,
  Round,
  Step,
  StepReason,
  StepWarning,
  UpgradeReport,
} from "../../../deployment/phone";
import type { DeviceSettings, Origin, SettingState } from "../../../deployment/settings";
import type { Device } from "../../../devices/device";
import { isTaken } from "../../../preview/report";
import { MappedText } from "../../../text/mappedText";
import type { ReadParameter } from "../devices/macroValues";
import { macroValues } from "../devices/macroValues";
import { profileRules } from "../preview/deviceRun";
import { fetchResult } from "../preview/httpStatus";
import { firmwareOf, isNo, upgradeStep } from "../preview/upgradeVerdict";
import { allowedDomains, isAllowed } from "../rules/allowedDomains";
import type { Alternative } from "../rules/ast";
import { optionsOf } from "../rules/evaluate";
import { expandMacros, findMacros } from "../rules/macro";
import { ruleTarget } from "../rules/ruleTarget";
import { readRuleUrl } from "../rules/ruleUrl";
import { fold } from "./changes";
import { type PhoneKind, valueIn } from "./kind";
import { type Asked, hasMark, type RuleOutcome, type RuleOutcomes } from "./ruleOutcome";

// One resync of a phone: specification sections 4.2, 5.4 and 6.4.

/** Redirects that are followed one after another. */
const maxRedirects = 5;
/** Requests with credentials after the server asked for them. */
const maxChallenges = 2;

export interface RoundHost {
  kindOf(device: Device): PhoneKind;
  readonly outcomes: RuleOutcomes;
}

export function runRound(state: PhoneState, occasion: Occasion, host: RoundHost): Generator<Request, Round, Answer> {
  return new RoundRun(state, occasion, host).run();
}

interface Fetched {
  readonly class: Step["class"];
  readonly urls: readonly string[];
  readonly reason?: StepReason;
  readonly file?: SiteFile | string;
  readonly warnings: readonly StepWarning[];
  readonly credentials?: "sent" | "none";
}

class RoundRun {
  readonly #kind: PhoneKind;
  readonly #device: Device;
  readonly #consulted = new Set<string>();
  #settings: DeviceSettings;

  constructor(
    readonly state: PhoneState,
    readonly occasion: Occasion,
    readonly host: RoundHost,
  ) {
    this.#kind = host.kindOf(state.device);
    this.#device = duringRound(state.device, occasion);
    this.#settings = state.settings;
  }

  readonly #read: ReadParameter = (name) => {
    this.#consulted.add(name);
    return valueIn(this.#settings.get(name), () => this.#kind.factory(name));
  };

  /** A server without a scheme is asked by TFTP unless a file says otherwise; the factory value is not what phones do. */
  readonly #readForTarget: ReadParameter = (name) => {
    const value = this.#read(name);
    return name === "Transport_Protocol" ? this.#settings.get(name)?.value : value;
  };

  get #asked(): Asked {
    return {
      device: this.#device,
      read: this.#read,
      isUnknown: (name) => isUnknown(name, this.#settings),
    };
  }

  *run(): Generator<Request, Round, Answer> {
    const steps: Step[] = [];
    const atStart =
      this.occasion.rules === "at start" ? new Map(profileRules.map((r) => [r, this.#rule(r)])) : undefined;
    let failed: Step | undefined;
    for (const rule of profileRules) {
      const step = yield* this.#step(rule, atStart?.get(rule) ?? this.#rule(rule));
      if (!step) continue;
      steps.push(step);
      if (step.class !== "B" && step.class !== "C") continue;
      if (step.isForgiven) continue;
      failed = step;
      break;
    }
    const upgrade = failed ? undefined : yield* this.#upgrade();
    const state: PhoneState = {
      ...this.state,
      settings: this.#settings,
      ...(upgrade?.firmware !== undefined && {
        device: { ...this.state.device, firmware: upgrade.firmware },
        attempt: { url: upgrade.url ?? "", rule: this.#read("Upgrade_Rule") ?? "" },
      }),
      failures: failed ? this.state.failures + 1 : 0,
      successes: failed ? this.state.successes : this.state.successes + 1,
    };
    return {
      state,
      steps,
      ...(failed && { failed }),
      isUndecided: upgrade?.isUndecided === true || steps.some((step) => step.class === "undecided"),
      ...(upgrade && { upgrade }),
      consulted: this.#consulted,
      ...(this.#device.provisioning?.state !== undefined && { reported: this.#device.provisioning.state }),
    };
  }

  #rule(name: string): RuleText {
    const current = this.#settings.get(name);
    return { text: this.#read(name), isUnknown: current?.isUnknown === true, from: current?.from };
  }

  /** Undefined for a rule that is empty or switched off. */
  *#step(rule: string, { text = "", isUnknown, from }: RuleText): Generator<Request, Step | undefined, Answer> {
    const known = { rule, urls: [], layers: [], ...noCounts, ignored: [], assigned: [], warnings: [] };
    const isOwn = this.occasion.keepsHistory && from?.round === this.occasion.number && from.file !== undefined;
    const setBy = isOwn ? { setBy: from } : {};
    if (isUnknown) return { ...known, ...setBy, taken: 0, class: "undecided", reason: "template" };
    const outcome = this.host.outcomes.outcome(text, "profile", this.#asked);
    if (outcome.isSkipped) return undefined;
    const { taken, alternative, unknown } = outcome;
    const base = unknown.length > 0 ? { ...known, unknown } : known;
    if (outcome.isUndecided) return { ...base, ...setBy, taken, class: "undecided", reason: "unknown value" };
    if (!alternative) return { ...base, ...setBy, taken, class: "nothing" };
    const assigned = this.#assign(outcome, rule);
    const done = { ...base, ...setBy, taken, assigned };
    if (alternative.url === "") return { ...done, class: "A" };
    return yield* this.#fetch(rule, alternative, done);
  }

  /** Assignments apply before the download, and stay when it fails. */
  #assign({ assignments }: RuleOutcome, rule: string): readonly string[] {
    if (assignments.length === 0) return [];
    const origin: Origin = this.occasion.keepsHistory ? { rule, round: this.occasion.number } : { rule };
    for (const [name, value] of assignments) {
      const before = this.#settings.get(name);
      const after: SettingState = {
        value,
        ...(hasMark(value) && { isUnknown: true }),
        ...(before?.access !== undefined && { access: before.access }),
        how: "assigned",
        at: origin,
        from: origin,
        ...(this.occasion.keepsHistory && before && { before }),
      };
      if (this.#kind.knows(name)) this.#settings = this.#settings.with([[name, after]]);
    }
    return assignments.map(([name]) => name);
  }

  *#fetch(rule: string, alternative: Alternative, done: Omit<Step, "class">): Generator<Request, Step, Answer> {
    const { url } = alternative;
    if (/^gds:/i.test(url)) return { ...done, class: "undecided", reason: "activation" };
    const target = ruleTarget(url, "profile", this.#device, this.#readForTarget);
    if (!target) return { ...done, class: "C", reason: "unusable address" };
    const options = optionsOf(alternative);
    const got = yield* this.#ask(rule, target, options);
    const { urls, warnings, credentials } = got;
    const step = { ...done, urls, warnings, ...(credentials && { credentials }) };
    const name = typeof got.file === "string" ? got.file : got.file?.name;
    const named = name === undefined ? {} : { file: name };
    if (typeof got.file !== "object")
      return this.#ended({ ...step, ...named, class: got.class, ...(got.reason && { reason: got.reason }) });
    const aliases = typeof options.alias === "string" ? (this.#read(registerOf(options.alias)) ?? "") : undefined;
    const content = this.#kind.read(got.file, aliases);
    const opened = { ...step, ...named, layers: got.file.layers };
    if (content.kind === "corrupt") return this.#ended({ ...opened, class: "B", reason: content.reason });
    const before = this.#settings;
    const { absentAccess, knowsUserPref } = this.#kind;
    const { keepsHistory, number } = this.occasion;
    const { pinned } = this.state;
    this.#settings = before.apply(
      content.content,
      fold({
        absentAccess,
        knowsUserPref,
        ...(pinned && { pinned }),
        ...(keepsHistory && { origin: { rule, url: got.urls.at(-1) ?? "", round: number } }),
      }),
      keepsHistory,
    );
    const counts = keepsHistory ? countsOf(before, this.#settings, content.content.byName.keys()) : noCounts;
    return { ...opened, ...counts, ignored: content.content.ignored, applied: content.content, class: "A" };
  }

  /** A missing file is not a failure where the phone is configured so. */
  #ended(step: Step): Step {
    return step.class === "B" && isNo(this.#read("Resync_Fails_On_FNF")) ? { ...step, isForgiven: true } : step;
  }

  /** Asks until there is an answer that is neither a redirect nor a challenge. */
  *#ask(
    step: string,
    first: Target,
    options: Readonly<Record<string, string | true>>,
  ): Generator<Request, Fetched, Answer> {
    const urls: string[] = [];
    const warnings = new Set<StepWarning>();
    const domains = allowedDomains(this.#read("Restricted_Access_Domains") ?? "");
    let asked: Fetched["credentials"];
    const ended = (end: Omit<Fetched, "urls" | "warnings">): Fetched => ({
      ...end,
      urls,
      warnings: [...warnings],
      ...(asked && { credentials: asked }),
    });
    const method = typeof options.post === "string" ? "POST" : "GET";
    const decryption = this.#decryption(options);
    const credentials = credentialsOf(options);
    let target = first;
    let challenges = 0;
    for (let redirects = 0; ; ) {
      const url = urlOf(target);
      if (urls.at(-1) !== url) urls.push(url);
      const host = target.server?.toLowerCase() ?? "";
      if (domains && host.includes(".") && !isAllowed(host, domains))
        return ended({ class: "C", reason: "restricted" });
      const isSameServer =
        target.server === first.server && target.port === first.port && target.scheme === first.scheme;
      const answer: Answer = yield {
        step,
        purpose: "settings",
        method,
        target,
        ...(typeof options.post === "string" && { body: this.#expanded(this.#read(registerOf(options.post)) ?? "") }),
        // Only after a challenge, and to the server of the rule alone.
        ...(challenges > 0 && credentials && isSameServer && { credentials }),
        decryption,
      };
      if (answer.kind === "file") return ended({ class: "A", file: answer.file });
      if (answer.kind === "corrupt")
        return ended({ class: "B", reason: "corrupt", ...(answer.file !== undefined && { file: answer.file }) });
      if (answer.kind === "unknown")
        return ended({
          class: "undecided",
          reason: answer.reason,
          ...(answer.file !== undefined && { file: answer.file }),
        });
      if (answer.kind === "failed")
        return ended({ class: answer.reason === "tftp" && answer.code === 1 ? "B" : "C", reason: answer.reason });
      const { status, location } = answer;
      const result = fetchResult(status);
      if (result === "redirect-now") {
        if (++redirects > maxRedirects) return ended({ class: "C", reason: "too many redirects" });
        const next = this.#redirected(target, location ?? "", warnings);
        if (!next) return ended({ class: "C", reason: { status } });
        target = next;
        challenges = 0;
      } else if (result === "auth-retry-max2-then-C") {
        asked = credentials ? "sent" : "none";
        if (!credentials || ++challenges > maxChallenges) return ended({ class: "C", reason: { status } });
      } else if (result === "A") {
        // An answer without a body has no profile.
        return ended({ class: "B", reason: "not a profile" });
      } else return ended({ class: result, reason: { status } });
    }
  }

  #redirected(from: Target, location: string, warnings: Set<StepWarning>): Target | undefined {
    const text = this.#expanded(location.trim());
    if (text !== location.trim()) warnings.add("location-macro");
    const url = /^[A-Za-z][\w+.-]*:\/\//.test(text)
      ? text
      : `${from.scheme}://${from.server ?? ""}:${from.port}${text.startsWith("/") ? text : `${folderOf(from.path)}${text}`}`;
    const read = text === "" ? undefined : readRuleUrl(url, "profile");
    if (!read || read.server === undefined) {
      warnings.add("location-unusable");
      return undefined;
    }
    return { ...read, server: read.server };
  }

  #expanded(text: string): string {
    if (!text.includes("$")) return text;
    const wanted = findMacros(text).map(({ name }) => name);
    return expandMacros(MappedText.verbatim(text, 0), macroValues(this.#device, this.#read, wanted)).text;
  }

  #decryption({ key }: Readonly<Record<string, string | true>>): Decryption {
    const material = this.#settings.get("IKM_HTTP_Encrypt_Content");
    this.#consulted.add("IKM_HTTP_Encrypt_Content");
    return {
      ...(typeof key === "string" && { key: secretOf(key) }),
      keyingMaterial:
        material?.value === undefined || material.isUnknown
          ? { kind: "unknown" }
          : { kind: "known", text: material.value },
    };
  }

  /** The check after a good round: sections 6.2 and 6.4. */
  *#upgrade(): Generator<Request, UpgradeReport | undefined, Answer> {
    const { text = "", isUnknown } = this.#rule("Upgrade_Rule");
    const undecided = (reason: string): UpgradeReport => ({ outcome: "undecided", reason, isUndecided: true });
    if (isUnknown) return undecided("template");
    const outcome = this.host.outcomes.outcome(text, "upgrade", this.#asked);
    if (outcome.isSkipped) return undefined;
    const isOff = isNo(this.#read("Upgrade_Enable"));
    if (outcome.isUndecided && !isOff) return undecided("unknown value");
    const { alternative } = outcome;
    if (alternative) this.#assign(outcome, "Upgrade_Rule");
    const target = alternative && ruleTarget(alternative.url, "upgrade", this.#device, this.#read);
    const { attempt, device } = this.state;
    const verdict = upgradeStep(
      this.#device,
      { isSet: true, isTaken: alternative !== undefined, target, inEffect: this.#read },
      this.#kind.catalogue,
      attempt?.rule === text ? attempt.url : undefined,
    );
    const { url, load, running, reason } = verdict;
    const report = {
      outcome: verdict.outcome,
      reason,
      ...(running !== undefined && { running }),
      ...(load !== undefined && { load }),
      ...(url !== undefined && { url }),
    };
    if (!isTaken(verdict) || !target) return report;
    const answer: Answer = yield { step: "Upgrade_Rule", purpose: "load", method: "GET", target, decryption: {} };
    const isMissing = answer.kind === "status" ? fetchResult(answer.status) !== "A" : answer.kind === "failed";
    if (isMissing) return { ...report, isMissing };
    return { ...report, firmware: firmwareOf(load ?? "", device) };
  }
}

interface RuleText {
  readonly text: string | undefined;
  readonly isUnknown: boolean;
  readonly from: Origin | undefined;
}

/** Secrets that were not given are unknown, not empty. */
export function isUnknown(name: string, settings: DeviceSettings): boolean {
  const current = settings.get(name);
  return current?.isUnknown === true || (/^GPP_S[A-D]$/.test(name) && current === undefined);
}

/** The phone as the macros of this round see it; what the device itself states stays. */
export function duringRound(
  device: Device,
  { number, cause, elapsed }: Pick<Occasion, "number" | "cause" | "elapsed">,
): Device {
  const state = number === 1 && elapsed === undefined ? 0 : cause === "retry" ? 2 : cause === "request" ? -1 : 1;
  return {
    ...device,
    provisioning: { state, ...(elapsed !== undefined && { seconds: elapsed }), ...device.provisioning },
  };
}

function registerOf(letter: string): string {
  return `GPP_${letter.toUpperCase()}`;
}

function secretOf(text: string): Secret {
  return hasMark(text) ? { kind: "unknown" } : { kind: "known", text };
}

function credentialsOf({ uid, pwd }: Readonly<Record<string, string | true>>): Request["credentials"] {
  if (typeof uid !== "string" && typeof pwd !== "string") return undefined;
  const text = (word: string | true | undefined) => secretOf(typeof word === "string" ? word : "");
  return { user: text(uid), password: text(pwd) };
}

function folderOf(path: string): string {
  const bare = path.replace(/\?.*$/s, "");
  return bare.slice(0, bare.lastIndexOf("/") + 1);
}

const noCounts = { set: 0, reset: 0, kept: 0 };

/** How many settings a file set, took back and left alone. */
function countsOf(before: DeviceSettings, after: DeviceSettings, names: Iterable<string>) {
  const counts = { ...noCounts };
  for (const name of names) {
    const current = after.get(name);
    if (current === before.get(name)) continue;
    if (current?.how === "set" || current?.how === "learned") counts.set++;
    else if (current?.how === "reset") counts.reset++;
    else if (current?.how.startsWith("kept")) counts.kept++;
  }
  return counts;
}
