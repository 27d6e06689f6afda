import type { Phone, PhoneState, Start } from "../../../deployment/phone";
import { DeviceSettings, type SettingState } from "../../../deployment/settings";
import type { RememberingPhone } from "../../../deployment/settle";
import { completeDevice, type Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { familyTraits } from "../../../schema/effectiveParameter";
import { attributeOf } from "../../../xml/element";
import { format } from "../format";
import { runRound } from "./alikeRound";
import { Courses, NextRounds, openFactsOf, settingKey } from "./courses";
import { CiscoDumps } from "./dump";
import { CiscoJourneys } from "./journeys";
import { PhoneKind, valueIn } from "./kind";
import { mergedFile } from "./mergedFile";
import { asksForFacts, nextRound } from "./nextRound";
import { isOlder, mayRestart, typedUrl, written } from "./planFacts";
import type { RoundHost } from "./roundHost";
import { RuleOutcomes } from "./ruleOutcome";
import { isSameMeaning } from "./sameMeaning";
import { shownOf } from "./shown";

/** Phones and adapters that fetch flat-profile files. */
export function ciscoPhone(catalogue: Catalogue, { remembers = true } = {}): RememberingPhone {
  return new CiscoPhone(catalogue, remembers);
}

class CiscoPhone implements RememberingPhone {
  readonly #kinds = new Map<string, PhoneKind>();
  #lastDevice: Device | undefined;
  #lastKind: PhoneKind | undefined;
  readonly #completed = new WeakMap<Device, Device>();
  /** Where all phones begin, so that they share what is worked out. */
  readonly #factory = DeviceSettings.factory();
  readonly #host: RoundHost;
  readonly #nextRounds: NextRounds | undefined;
  readonly journeys?: CiscoJourneys;

  readonly dumps: CiscoDumps;

  constructor(
    readonly catalogue: Catalogue,
    /** Rounds of phones that go the same way are remembered. */
    remembers: boolean,
  ) {
    const kindOf = (device: Device) => this.#kindOf(device);
    if (remembers) this.journeys = new CiscoJourneys(this.#factory, kindOf);
    this.#host = {
      kindOf,
      outcomes: new RuleOutcomes(),
      ...(this.journeys && { courses: new Courses(), journeys: this.journeys }),
    };
    this.#nextRounds = remembers ? new NextRounds() : undefined;
    this.dumps = new CiscoDumps(catalogue, kindOf);
  }

  start(given: Device, start: Start): PhoneState {
    const { settings, users, secrets, ...rest } = this.#complete(given);
    const device: Device = {
      ...rest,
      ...(start.firmware !== undefined && { firmware: start.firmware }),
      ...((start.dhcp ?? rest.dhcp) && { dhcp: { ...start.dhcp, ...rest.dhcp } }),
      ...(secrets && { secrets }),
    };
    const values: Record<string, string> = {
      ...settings,
      ...named(users, (line) => `User_ID_${line}_`),
      ...named(secrets, (letters) => `GPP_${letters}`),
      ...start.values,
      ...(start.rule !== undefined && { Profile_Rule: start.rule }),
    };
    const marked = new Set(start.userModified);
    const names = new Set([...Object.keys(values), ...Object.keys(start.access ?? {}), ...marked]);
    const states = [...names].map((name): [string, SettingState] => [
      name,
      {
        value: Object.hasOwn(values, name) ? values[name] : undefined,
        ...(start.access?.[name] !== undefined && { access: start.access[name] }),
        ...(marked.has(name) && { isUserModified: true }),
        how: "start",
        at: {},
        from: {},
      },
    ]);
    const own = { ...settings, ...named(users, (line) => `User_ID_${line}_`) };
    const pinned = (start.pinned ?? []).filter((name) => Object.hasOwn(own, name));
    return {
      device,
      settings: states.length === 0 ? this.#factory : this.#factory.with(states),
      failures: start.failures ?? 0,
      successes: 0,
      ...(pinned.length > 0 && { pinned: new Set(pinned) }),
    };
  }

  round: Phone["round"] = (state, occasion) => runRound(state, occasion, this.#host);

  next: Phone["next"] = (state, last) => {
    const { device, settings, failures, successes } = state;
    const came = last ? `${last.failed !== undefined} ${last.upgrade?.firmware !== undefined}` : "";
    const root = `${openFactsOf(device).key}\n${failures}\n${successes}\n${came}`;
    const known = this.#nextRounds?.find(root, settings);
    if (known) return known;
    const consulted = new Map<string, string>();
    const kind = this.#kindOf(device);
    const read = (name: string) => {
      const current = settings.get(name);
      if (!consulted.has(name)) consulted.set(name, settingKey(current));
      return valueIn(current, () => kind.factory(name));
    };
    const traits = familyTraits(device.family, this.catalogue);
    const next = nextRound(state, last, read, this.#host.outcomes, traits);
    const isAlike = ![...consulted.keys()].some((name) => asksForFacts(name, read(name)));
    this.journeys?.decides(consulted.keys());
    if (isAlike) this.#nextRounds?.learn(root, [...consulted], next);
    else this.journeys?.isOwn(next);
    return next;
  };

  valueOf(state: PhoneState, name: string): string | undefined {
    return valueIn(state.settings.get(name), () => this.#kindOf(state.device).factory(name));
  }

  factoryOf: Phone["factoryOf"] = (device, name) => this.#kindOf(this.#complete(device)).factory(name);

  accessOf(state: PhoneState, name: string): string | undefined {
    return state.settings.get(name)?.access ?? this.#kindOf(state.device).factoryAccess(name);
  }

  namesOf: Phone["namesOf"] = (device) => {
    const { family } = this.#complete(device);
    return this.catalogue.concreteNames(family === undefined ? {} : { family });
  };

  isSameValue(name: string, a: string, b: string, device: Device): boolean {
    const [one, other] = [a, b].map((text) => text.trim().replace(/\s*[\r\n]+\s*/g, " ")) as [string, string];
    if (one === other) return true;
    const type = this.#kindOf(this.#complete(device)).typeOf(name) ?? "";
    return isSameMeaning(type, one, other);
  }

  shown: Phone["shown"] = (states, more) => shownOf(states, this.catalogue, more);

  merged: Phone["merged"] = mergedFile;

  readonly loadRule = "Upgrade_Rule";

  isOlder: Phone["isOlder"] = isOlder;

  typedUrl: Phone["typedUrl"] = (state, rule, taken) => typedUrl(this.valueOf(state, rule) ?? "", taken);

  written: Phone["written"] = written;

  mayRestart: Phone["mayRestart"] = (device) => mayRestart(this.#complete(device).family, this.catalogue);

  startOfDump(text: string): Start | undefined {
    const document = format.read(text, this.catalogue);
    if (document.form !== "whole" || document.profiles.length === 0) return undefined;
    const values: Record<string, string> = {};
    const access: Record<string, string> = {};
    const userModified = new Set<string>();
    let firmware: string | undefined;
    for (const profile of document.profiles)
      for (const setting of profile.settings()) {
        if (setting.templated || /^\*+$/.test(setting.text)) continue;
        const text = setting.text === '""' ? "" : setting.text;
        const name = setting.path === "" ? setting.name : `${setting.path}/${setting.name}`;
        if (name === "Software_Version" || name === "Firmware_Version") firmware ??= text === "" ? undefined : text;
        if (setting.isStatus || !this.catalogue.has(setting.name, setting.path)) continue;
        // An empty secret is left out on purpose.
        if (text !== "" || !this.catalogue.find(setting.name, setting.path)?.parameter.secret) values[name] = text;
        const ua = attributeOf(setting, "ua")?.value;
        if (ua !== undefined) access[name] = ua;
        if (attributeOf(setting, "um")?.value === "y") userModified.add(name);
      }
    return {
      values,
      access,
      userModified: [...userModified],
      ...(firmware !== undefined && { firmware }),
    };
  }

  #complete(device: Device): Device {
    let complete = this.#completed.get(device);
    if (!complete) {
      complete = completeDevice(device, this.catalogue);
      this.#completed.set(device, complete);
    }
    return complete;
  }

  #kindOf(device: Device): PhoneKind {
    // Each setting of a report asks for it.
    if (device === this.#lastDevice && this.#lastKind) return this.#lastKind;
    const kind = this.#kindNamed(device);
    this.#lastDevice = device;
    this.#lastKind = kind;
    return kind;
  }

  #kindNamed(device: Device): PhoneKind {
    const key = `${device.family}\n${device.model}\n${device.firmware}`;
    let kind = this.#kinds.get(key);
    if (!kind) {
      if (this.#kinds.size >= maxKinds) this.#kinds.clear();
      kind = new PhoneKind(device, this.catalogue);
      this.#kinds.set(key, kind);
    }
    return kind;
  }
}

/** Families, models and firmware versions that are remembered. */
const maxKinds = 500;

function named(
  record: Readonly<Record<string, string>> | undefined,
  name: (key: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [name(key), value]));
}
