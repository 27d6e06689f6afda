import { type Answer, type Decryption, type Request, type Target, urlOf } from "../../../deployment/exchange";
import { addressOf } from "../../../deployment/location";
import type { Occasion, PhoneState, Round, Step, StepWarning, UpgradeReport } from "../../../deployment/phone";
import { countsOf, noCounts } from "../../../deployment/recipe";
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
import { assigned } from "./assigned";
import { answerKey, contentKey, filled, hasOpen, openMacros, requestOf, settingKey, type Trace } from "./courses";
import { type PhoneKind, valueIn } from "./kind";
import { credentialsOf, decryptionOf, duringRound, isUnknownSetting, registerOf } from "./roundFacts";
import type { Fetched, RoundHost, RuleText } from "./roundHost";
import type { Asked, RuleOutcome } from "./ruleOutcome";

// One resync of a phone: specification sections 4.2, 5.4 and 6.4.

/** Redirects that are followed one after another. */
const maxRedirects = 5;
/** Requests with credentials after the server asked for them. */
const maxChallenges = 2;

export class RoundRun {
  readonly #kind: PhoneKind;
  readonly #device: Device;
  readonly #consulted = new Set<string>();
  #settings: DeviceSettings;
  /** Settings that are learned already and have not changed since. */
  readonly #learned = new Set<string>();
  #asks = 0;
  /** By step, the number of the last request; -1 for none. */
  readonly asked: number[] = [];

  constructor(
    readonly state: PhoneState,
    readonly occasion: Occasion,
    readonly host: RoundHost,
    /** What decides the round, while it is learned. */
    readonly trace?: Trace,
  ) {
    this.#kind = host.kindOf(state.device);
    this.#device = duringRound(state.device, occasion);
    this.#settings = state.settings;
  }

  readonly #read: ReadParameter = (name) => {
    return valueIn(this.#consult(name), () => this.#kind.factory(name));
  };

  #consult(name: string): SettingState | undefined {
    this.#consulted.add(name);
    const current = this.#settings.get(name);
    if (this.trace && !this.#learned.has(name)) {
      this.#learned.add(name);
      this.trace.events.push({ kind: "setting", name, key: settingKey(current) });
    }
    return current;
  }

  /** A server without a scheme is asked by TFTP unless a file says otherwise; the factory value is not what phones do. */
  readonly #readForTarget: ReadParameter = (name) => {
    const current = this.#consult(name);
    return name === "Transport_Protocol" ? current?.value : valueIn(current, () => this.#kind.factory(name));
  };

  get #facts(): Asked {
    return {
      device: this.#device,
      read: this.#read,
      isUnknown: (name) => isUnknownSetting(name, this.#consult(name)),
    };
  }

  *run(): Generator<Request, Round, Answer> {
    const steps: Step[] = [];
    const atStart =
      this.occasion.rules === "at start" ? new Map(profileRules.map((r) => [r, this.#rule(r)])) : undefined;
    let failed: Step | undefined;
    for (const rule of profileRules) {
      const asks = this.#asks;
      const step = yield* this.#step(rule, atStart?.get(rule) ?? this.#rule(rule));
      if (!step) continue;
      steps.push(step);
      this.asked.push(this.#asks > asks ? this.#asks - 1 : -1);
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
    const current = this.#consult(name);
    return {
      text: valueIn(current, () => this.#kind.factory(name)),
      isUnknown: current?.isUnknown === true,
      from: current?.from,
    };
  }

  /** Undefined for a rule that is empty or switched off. */
  *#step(rule: string, { text = "", isUnknown, from }: RuleText): Generator<Request, Step | undefined, Answer> {
    const known = { rule, urls: [], layers: [], ...noCounts, ignored: [], assigned: [], warnings: [] };
    const isOwn = this.occasion.keepsHistory && from?.round === this.occasion.number && from.file !== undefined;
    const setBy = isOwn ? { setBy: from } : {};
    if (isUnknown) return { ...known, ...setBy, taken: 0, class: "undecided", reason: "template" };
    const outcome = this.#outcome(text);
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

  /** While the round is learned, what is one phone's own stays open where it decides nothing. */
  #outcome(text: string): RuleOutcome {
    const { trace } = this;
    if (!trace) return this.host.outcomes.outcome(text, "profile", this.#facts);
    const open = this.host.outcomes.openOutcome(text, "profile", this.#facts, trace.values);
    if (open) return open;
    const chosen = this.host.outcomes.openChoice(text, "profile", this.#facts, trace.values);
    if (chosen) {
      trace.events.push({ kind: "choice", rule: text, key: chosen.key });
      return chosen.outcome;
    }
    this.#close(text);
    return this.host.outcomes.outcome(text, "profile", this.#facts);
  }

  /** What follows depends on these facts of the phone. */
  #close(text: string): void {
    const { trace } = this;
    if (!trace) return;
    for (const { name } of findMacros(text)) {
      const fact = openMacros.find((each) => each === name);
      if (fact && trace.values.has(fact))
        trace.events.push({ kind: "fact", name: fact, key: trace.values.get(fact) ?? "" });
    }
  }

  #isUnknown(name: string): boolean {
    return isUnknownSetting(name, this.#consult(name));
  }

  /** Assignments apply before the download, and stay when it fails. */
  #assign({ assignments }: RuleOutcome, rule: string): readonly string[] {
    if (assignments.length === 0) return [];
    const origin: Origin = this.occasion.keepsHistory ? { rule, round: this.occasion.number } : { rule };
    this.trace?.events.push({ kind: "assign", rule, values: assignments, key: "" });
    this.#learned.clear();
    this.#settings = assigned(this.#settings, assignments, origin, this.#kind, this.occasion.keepsHistory);
    return assignments.map(([name]) => name);
  }

  *#fetch(rule: string, alternative: Alternative, done: Omit<Step, "class">): Generator<Request, Step, Answer> {
    const { url } = alternative;
    if (/^gds:/i.test(url)) return { ...done, class: "undecided", reason: "activation" };
    // An option of DHCP may have macros of its own.
    for (const text of Object.values(this.#device.dhcp ?? {})) this.#close(text);
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
    if (typeof options.alias === "string" && this.#isUnknown(registerOf(options.alias)))
      return { ...step, ...named, class: "undecided", reason: "template" };
    const aliases = typeof options.alias === "string" ? (this.#read(registerOf(options.alias)) ?? "") : undefined;
    const content = this.#kind.read(got.file, aliases);
    this.trace?.events.push({ kind: "apply", aliases, key: contentKey(content) });
    this.#learned.clear();
    const opened = { ...step, ...named, layers: got.file.layers };
    if (content.kind === "corrupt") return this.#ended({ ...opened, class: "B", reason: content.reason });
    const before = this.#settings;
    const { keepsHistory, number } = this.occasion;
    const origin = keepsHistory ? { rule, url: got.urls.at(-1) ?? "", round: number } : undefined;
    const folds = this.#kind.foldsFor(this.state.pinned, origin);
    this.#settings = before.apply(content.content, folds, keepsHistory);
    const counts = keepsHistory ? countsOf(before, this.#settings, content.content, folds) : noCounts;
    return { ...opened, ...counts, ignored: content.content.ignored, applied: content.content, class: "A" };
  }

  /** A missing file is not a failure where the phone is configured so. */
  #ended(step: Step): Step {
    if (step.class === "B" && this.#isUnknown("Resync_Fails_On_FNF"))
      return { ...step, class: "undecided", reason: "template" };
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
      if (this.#isOther(urls.at(-1), url)) urls.push(url);
      const host = target.server?.toLowerCase() ?? "";
      if (domains && host !== "" && !isAllowed(host, domains)) return ended({ class: "C", reason: "restricted" });
      const isSameServer =
        target.server === first.server && target.port === first.port && target.scheme === first.scheme;
      const answer = yield* this.#asking({
        step,
        purpose: "settings",
        method,
        target,
        ...(typeof options.post === "string" && { body: this.#expanded(this.#read(registerOf(options.post)) ?? "") }),
        // Only after a challenge, and to the server of the rule alone.
        ...(challenges > 0 && credentials && isSameServer && { credentials }),
        decryption,
      });
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

  *#asking(request: Request): Generator<Request, Answer, Answer> {
    const { trace } = this;
    this.#asks++;
    if (!trace) return yield request;
    const answer: Answer = yield requestOf(request, trace.values);
    trace.events.push({ kind: "ask", request, key: answerKey(answer) });
    return answer;
  }

  /** With what is open filled in. */
  #isOther(before: string | undefined, now: string): boolean {
    const { trace } = this;
    if (before === undefined || !trace || !(hasOpen(before) || hasOpen(now))) return before !== now;
    const isOther = filled(before, trace.values) !== filled(now, trace.values);
    trace.events.push({ kind: "other URL", before, now, key: String(isOther) });
    return isOther;
  }

  #redirected(from: Target, location: string, warnings: Set<StepWarning>): Target | undefined {
    const text = this.#expanded(location.trim());
    if (text !== location.trim()) warnings.add("location-macro");
    const read = text === "" ? undefined : readRuleUrl(addressOf(text, from), "profile");
    if (!read || read.server === undefined) {
      warnings.add("location-unusable");
      return undefined;
    }
    return { ...read, server: read.server };
  }

  #expanded(text: string): string {
    if (!text.includes("$")) return text;
    this.#close(text);
    const wanted = findMacros(text).map(({ name }) => name);
    return expandMacros(MappedText.verbatim(text, 0), macroValues(this.#device, this.#read, wanted)).text;
  }

  #decryption({ key }: Readonly<Record<string, string | true>>): Decryption {
    return decryptionOf(key, this.#consult("IKM_HTTP_Encrypt_Content"));
  }

  /** The check after a good round: sections 6.2 and 6.4. */
  *#upgrade(): Generator<Request, UpgradeReport | undefined, Answer> {
    const { text = "", isUnknown } = this.#rule("Upgrade_Rule");
    const undecided = (reason: string): UpgradeReport => ({ outcome: "undecided", reason, isUndecided: true });
    if (isUnknown) return undecided("template");
    this.#close(text);
    const outcome = this.host.outcomes.outcome(text, "upgrade", this.#facts);
    if (outcome.isSkipped) return undefined;
    const isOff = isNo(this.#read("Upgrade_Enable"));
    if (outcome.isUndecided && !isOff) return undecided("unknown value");
    const { alternative } = outcome;
    if (alternative && this.#isUnknown("Upgrade_Enable")) return undecided("template");
    if (alternative) this.#assign(outcome, "Upgrade_Rule");
    for (const each of Object.values(this.#device.dhcp ?? {})) this.#close(each);
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
    const request: Request = { step: "Upgrade_Rule", purpose: "load", method: "GET", target, decryption: {} };
    const answer = yield* this.#asking(request);
    const isMissing = answer.kind === "status" ? fetchResult(answer.status) !== "A" : answer.kind === "failed";
    if (isMissing) return { ...report, isMissing };
    return { ...report, firmware: firmwareOf(load ?? "", device) };
  }
}
