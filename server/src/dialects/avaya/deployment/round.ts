import * as l10n from "@vscode/l10n";
import { type Answer, type Request, type SiteFile, type Target, urlOf } from "../../../deployment/exchange";
import { applyFile } from "../../../deployment/fold";
import type { Occasion, PhoneState, Round, Step, UpgradeReport } from "../../../deployment/phone";
import type { DeviceSettings, Origin, SettingState } from "../../../deployment/settings";
import { stepOf, stepWithoutFile } from "../../../deployment/step";
import type { Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { isBootFile, type Running, releaseIn, verdictOf } from "../flow/firmware";
import { programOf } from "../flow/program";
import { type Facts, type Fetched, follow, isMet, type Outcome, untraced } from "../flow/run";
import type { Value } from "../flow/settings";
import { factsOf, runningOn } from "../preview/phoneFacts";
import { firstFileOf, type Signaling, statedSignaling } from "../software";
import type { ScriptFile } from "./scriptFile";
import { type FileServer, type ReadAddress, serverAt, serversOf } from "./servers";

// One start of a phone: it asks for its script, then for what that leads to, and at last for software. A setting that no
// file has any more is as the phone was shipped: each start begins anew.

export interface RoundHost {
  readonly catalogue: Catalogue;
  read(file: SiteFile): ScriptFile;
  /** The device has the setting, as far as that is known. */
  knows(device: Device, name: string): boolean;
}

interface Fetch {
  readonly step: Step;
  readonly file?: ScriptFile;
  readonly server?: FileServer;
}

/** The statement that asks for a file, and where it is. */
interface Asker {
  readonly rule: string;
  readonly setBy?: Origin;
}

export class RoundRun {
  readonly #facts: Facts;
  readonly #running: Running;
  readonly #signaling: Signaling | undefined;
  readonly #consulted = new Set<string>();
  readonly #base: DeviceSettings;
  /** What was fetched, in order; of each name once. */
  readonly #fetched = new Map<string, Fetch>();

  constructor(
    readonly state: PhoneState,
    readonly occasion: Occasion,
    readonly host: RoundHost,
  ) {
    const { device } = state;
    this.#running = runningOn(device);
    this.#signaling = statedSignaling(device);
    this.#facts = factsOf(device, host.catalogue, this.#signaling)(this.#running);
    this.#base = state.begin ?? state.settings;
  }

  /** What the device or DHCP says counts; what a file set before is there only without that. */
  readonly #address: ReadAddress = (name) => {
    this.#consulted.add(name);
    const current = this.#base.get(name) ?? this.state.settings.get(name);
    const value = current?.isUnknown ? undefined : current?.value;
    return value?.replace(/\$(MACADDR|SERIALNO|MODEL4)\b/gi, (whole, variable: string) => {
      const fact = this.#facts.variable(variable.toUpperCase());
      return fact === undefined || fact === "absent" ? whole : fact.value.toUpperCase();
    });
  };

  *run(): Generator<Request, Round, Answer> {
    const { device, rule: typed } = this.state;
    const at = typed === undefined ? undefined : serverAt(typed);
    if (typed !== undefined && !at) return this.#failed([stepOf("HTTPSRVR", "C", { reason: "unusable address" })]);
    const file = at?.file ?? firstFileOf(device, this.#signaling, this.host.catalogue);
    if (file === undefined) return this.#unknownStart();
    const tried: Step[] = [];
    const servers = at ? [at.server] : serversOf(this.#address);
    for (const [i, server] of servers.entries()) {
      const fetch = yield* this.#fetch(file, server, { rule: server.rule });
      if (fetch.file) return yield* this.#script(file, fetch, server, tried);
      if (fetch.step.class === "undecided") return { ...this.#failed([...tried, fetch.step]), isUndecided: true };
      // The next server is asked then.
      tried.push(i < servers.length - 1 ? { ...fetch.step, isForgiven: true } : fetch.step);
    }
    return this.#failed(tried);
  }

  /** The signaling decides which script is asked for, or no guide says the name of the script. */
  #unknownStart(): Round {
    const unknown = this.#signaling === undefined ? ["SIG"] : ["MODEL4"];
    const step = stepOf("HTTPSRVR", "undecided", { reason: "unknown value", unknown });
    const { failed: _, ...round } = this.#failed([step]);
    return { ...round, isUndecided: true };
  }

  #failed(steps: readonly Step[]): Round {
    const { state } = this;
    const failed = steps.at(-1);
    const isFailed = failed?.class === "B" || failed?.class === "C";
    return {
      state: { ...state, failures: state.failures + 1 },
      steps,
      ...(isFailed && { failed }),
      isUndecided: false,
      consulted: this.#consulted,
    };
  }

  *#script(
    name: string,
    first: Fetch & { readonly file?: ScriptFile },
    server: FileServer,
    tried: readonly Step[],
  ): Generator<Request, Round, Answer> {
    this.#fetched.set(name, first);
    const start = first.file as ScriptFile;
    const way = follow(name, start.document, this.#facts, untraced);
    let next = way.next();
    let upgrade: UpgradeReport | undefined;
    let checked: Value | undefined;
    while (!next.done) {
      const { name: asked, step, file, settings, isSure } = next.value;
      const wanted = settings.get("APPNAME");
      if (isSure && wanted && !wanted.others && wanted !== checked) {
        // Software comes before settings: a phone that takes some starts again.
        checked = wanted;
        upgrade = yield* this.#upgrade({ settings }, server);
        if (upgrade?.firmware !== undefined) return this.#restarted([...tried, first.step], upgrade);
      }
      let fetch = this.#fetched.get(asked);
      if (!fetch) {
        const setBy = this.#fetched.get(file)?.file?.placeOf(step);
        fetch = yield* this.#fetch(asked, server, { rule: `GET ${asked}`, ...(setBy && { setBy }) });
        this.#fetched.set(asked, fetch);
      }
      next = way.next(fetchedOf(fetch));
    }
    const outcome = next.value;
    const settings = this.#settings(outcome);
    const isOpen = [...outcome.settings.values()].some(({ others }) => others !== undefined);
    const steps = [...tried, ...this.#steps(outcome, settings.byFile, isOpen)];
    if (outcome.settings.get("APPNAME") !== checked) upgrade = yield* this.#upgrade(outcome, server);
    const round = this.#restarted(steps, upgrade);
    return {
      ...round,
      state: { ...round.state, settings: settings.end },
      isUndecided: isOpen || outcome.unknown.files.size > 0 || upgrade?.isUndecided === true,
    };
  }

  /** With the software that runs from now on, and the settings of before. */
  #restarted(steps: readonly Step[], upgrade: UpgradeReport | undefined): Round {
    const { state } = this;
    return {
      state: {
        ...state,
        ...(upgrade?.firmware !== undefined && { device: this.#deviceWith(upgrade.firmware) }),
        failures: 0,
        successes: state.successes + 1,
      },
      steps,
      isUndecided: false,
      ...(upgrade && { upgrade }),
      consulted: this.#consulted,
    };
  }

  #deviceWith(file: string): Device {
    const { device } = this.state;
    const isBoot = isBootFile(file);
    const settings = { ...device.settings, [isBoot ? "BOOTNAME" : "APPNAME"]: file };
    return { ...device, settings, ...(!isBoot && { firmware: releaseIn(file) ?? file }) };
  }

  *#fetch(name: string, server: FileServer, { rule, setBy }: Asker): Generator<Request, Fetch, Answer> {
    const target = server.target(name);
    const request: Request = { step: rule, purpose: "settings", method: "GET", target, decryption: {} };
    const answer: Answer = yield request;
    const more = { urls: [urlOf(target)], ...(setBy && { setBy }) };
    switch (answer.kind) {
      case "file": {
        const file = this.host.read(answer.file);
        const known = { ...more, file: answer.file.name, layers: answer.file.layers };
        if (!file.isTemplate) return { step: stepOf(rule, "A", known), file, server };
        return { step: stepOf(rule, "undecided", { ...known, reason: "template" }) };
      }
      default:
        return { step: stepWithoutFile(rule, answer, more) };
    }
  }

  /** A file that is missing does not stop the script that asks for it. */
  #steps(outcome: Outcome, byFile: ReadonlyMap<string, Partial<Step>>, isOpen: boolean): Step[] {
    return [...this.#fetched].map(([name, fetch]): Step => {
      const { step } = fetch;
      if (step.class === "B" || step.class === "C") return { ...step, isForgiven: true };
      const unknown = isOpen ? unknownIn(outcome, fetch, this.#facts) : [];
      const known = { ...step, ...byFile.get(name) };
      return unknown.length > 0 ? { ...known, class: "undecided", reason: "unknown value", unknown } : known;
    });
  }

  #settings(outcome: Outcome) {
    const { keepsHistory, number } = this.occasion;
    const byFile = new Map<string, Partial<Step>>();
    let end = this.#base;
    const kind = `${this.state.device.family}`;
    for (const [name, fetch] of this.#fetched) {
      const visits = fetch.file && outcome.visits.get(fetch.file.document);
      if (!fetch.file || !visits) continue;
      const recipe = fetch.file.recipe(visits, { kind, addsToLists: this.#facts.addsToLists !== false }, (each) =>
        this.host.knows(this.state.device, each),
      );
      const { rule, urls } = fetch.step;
      const origin = keepsHistory ? { rule, url: urls.at(-1) ?? "", round: number } : undefined;
      const { settings, counts } = applyFile(end, recipe, this.state.pinned, origin);
      end = settings;
      byFile.set(name, { ...counts, applied: recipe, ignored: recipe.ignored });
    }
    return { byFile, end: this.#withUnknown(end, outcome) };
  }

  /** What is not known where ways meet, and what files had set before, when none of them arrived. */
  #withUnknown(end: DeviceSettings, outcome: Outcome): DeviceSettings {
    const changes: [string, SettingState][] = [];
    for (const [name, { text, others }] of outcome.settings) {
      const current = end.get(name);
      if (!current || current.how === "kept: pinned" || current.isUnknown) continue;
      if (others || current.value !== text) changes.push([name, { ...current, value: text, isUnknown: true }]);
    }
    const [, ...settingsFiles] = this.#fetched.values();
    if (settingsFiles.length > 0 && settingsFiles.every(({ file }) => !file))
      for (const [name, current] of this.state.settings.entries())
        if (current.from.file !== undefined && !end.get(name)) changes.push([name, { ...current, isUnknown: true }]);
    return changes.length === 0 ? end : end.with(changes);
  }

  /** Software comes over HTTP where there is such a server, even when the script came over HTTPS. */
  *#upgrade(
    outcome: Pick<Outcome, "settings">,
    own: FileServer,
  ): Generator<Request, UpgradeReport | undefined, Answer> {
    const { action, file, setBy, running } = verdictOf(outcome, this.#running, this.#facts.ignoresCase);
    if (action === "none" || file === undefined) return undefined;
    this.#consulted.add("APPNAME");
    const known = { load: file, ...(running !== undefined && { running }) };
    if (setBy?.others) return { outcome: "undecided", reason: "unknown value", isUndecided: true };
    if (action === "keep")
      return { ...known, outcome: "already running", reason: l10n.t("`APPNAME` names the running software.") };
    const http = serversOf(this.#address).filter(({ rule, target }) => rule === "HTTPSRVR" && target("").server);
    const targets = (http.length > 0 ? http : [own]).map((server) => server.target(file));
    const isTaken = action !== "unknown";
    const report = {
      ...known,
      outcome: isTaken ? "load taken" : "taken unless it runs",
      reason: isTaken ? l10n.t("`APPNAME` differs from the running software.") : "",
    };
    for (const target of targets) {
      const answer: Answer = yield loadRequest(target);
      const isMissing = answer.kind === "failed" || (answer.kind === "status" && answer.status !== 200);
      if (!isMissing) return { ...report, url: urlOf(target), firmware: file };
    }
    return { ...report, url: urlOf(targets[0] as Target), isMissing: true };
  }
}

function loadRequest(target: Target): Request {
  return { step: "APPNAME", purpose: "load", method: "GET", target, decryption: {} };
}

function fetchedOf({ file, step }: Fetch): Fetched {
  if (file) return file.document;
  return step.class === "undecided" ? undefined : "missing";
}

/** Variables of conditions on the way that are not known. */
function unknownIn({ visits }: Outcome, { file }: Fetch, facts: Facts): readonly string[] {
  const visited = file && visits.get(file.document);
  if (!visited) return [];
  const found = new Set<string>();
  for (const [i, { statement }] of programOf(file.document).steps.entries())
    if (visited[i] !== 0 && statement.kind === "if") isMet(statement, facts, (variable) => found.add(variable));
  return [...found];
}
