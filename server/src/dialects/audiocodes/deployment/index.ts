import { folding } from "../../../deployment/fold";
import { perFile } from "../../../deployment/perFile";
import type { MergedValue, Next, Phone, PhoneState, Round } from "../../../deployment/phone";
import { DeviceSettings, type SettingState } from "../../../deployment/settings";
import { shownOf } from "../../../deployment/shownStates";
import { completeDevice } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { compareReleases } from "../release";
import { secrets } from "../secrets";
import { partsOfName } from "../update/replacement";
import { write } from "../write";
import { readDump } from "./dumps";
import { IniFile } from "./iniFile";
import { runRound } from "./round";

/** Gateways that fetch ini files: a file takes the place of all settings that a file set before. */
export function audiocodesPhone(catalogue: Catalogue): Phone {
  const read = perFile((file) => new IniFile(file, catalogue));
  /** Where all devices begin, so that they share what is worked out. */
  const factory = DeviceSettings.factory();
  /** What a generator writes is not what a device is shipped with: only documented defaults count. */
  const documented = (key: string) => {
    const { name, path } = partsOfName(key);
    const parameter = catalogue.findPattern(name, path)?.parameter;
    return parameter?.defaultBasis === "documented" ? parameter.default : undefined;
  };
  const inEffect = ({ settings }: PhoneState, name: string) => {
    const current = settings.get(name);
    return current?.isUnknown ? undefined : (current?.value ?? documented(name));
  };
  const host = { catalogue, read, inEffect };
  const isSecret = (key: string, value: string) => {
    const { name, path } = partsOfName(key);
    return isSecretElement(name, path, value, catalogue);
  };
  return {
    start(given, start) {
      const device = completeDevice(given, catalogue);
      const firmware = start.firmware ?? device.firmware;
      const begin = factory.with(Object.entries(device.settings ?? {}).map(startState));
      return {
        device: { ...device, ...(firmware !== undefined && { firmware }) },
        settings: begin.with(Object.entries(start.values ?? {}).map(startState)),
        begin,
        ...(start.rule !== undefined && { rule: start.rule }),
        failures: start.failures ?? 0,
        successes: 0,
        ...(start.pinned && start.pinned.length > 0 && { pinned: new Set(start.pinned) }),
      };
    },
    round: (state, occasion) => runRound(state, occasion, host),
    next: (state, last) => nextUpdate(last, (role) => roleValue(role, catalogue, (name) => inEffect(state, name))),
    valueOf: inEffect,
    factoryOf(_device, name) {
      const { index } = partsOfName(name);
      // Devices come with some rows of number 0, and with no others.
      const value = index === undefined ? documented(name) : Number(index) > 0 ? "" : undefined;
      return value === undefined ? undefined : { value, basis: "documented" };
    },
    accessOf: () => undefined,
    namesOf(device) {
      const { family } = completeDevice(device, catalogue);
      return catalogue.concreteNames(family === undefined ? {} : { family });
    },
    isSameValue: (_name, a, b) => a === b || isSameNumber(a, b),
    isOlder: (a, b) => (compareReleases(a, b) ?? 0) < 0,
    typedUrl: (state, rule) => inEffect(state, rule),
    written(key, value) {
      const { name, path, index } = partsOfName(key);
      if (index !== undefined) return `; ${path} ${index}: ${name} = ${value ?? "$$"}`;
      return value === null ? `; ${name}` : write.element(name, value);
    },
    // Which settings need a restart is not known.
    mayRestart: () => true,
    shown: (states, more) => shownOf(states, secrets, isSecret, more),
    merged: mergedFile,
    startOfDump(text) {
      const dump = readDump(text, catalogue);
      if (!dump) return undefined;
      const values = [...dump.entries.values()].flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value] as const],
      );
      const { firmware } = dump.identity;
      return { values: Object.fromEntries(values), ...(firmware !== undefined && { firmware }) };
    },
    dumps: {
      read: (text) => readDump(text, catalogue),
      traitsOf(key) {
        const { name, path } = partsOfName(key);
        const known = catalogue.findPattern(name, path)?.parameter;
        const facts = { isStatus: known?.readOnly === true, isSecret: isSecret(key, "x"), isNeverShown: false };
        return { ...facts, isKnown: known !== undefined };
      },
      // That a product has a name does not say that a model has it not.
      isSupported: () => true,
      marksUsers: () => false,
      applied(state, file) {
        const ini = read(file);
        if (ini.recipe.changes.length === 0) return undefined;
        const settings = state.settings.apply(ini.recipe, { fold: folding(state.pinned) }, true);
        return { state: { ...state, settings }, ignored: [] };
      },
      // A row goes when a file without it is loaded; no line takes it away.
      resets: (names) =>
        names.flatMap((name) => {
          const value = partsOfName(name).index === undefined ? documented(name) : undefined;
          return value === undefined ? [] : [write.element(name, value)];
        }),
    },
  };
}

function startState([name, value]: readonly [string, string]): readonly [string, SettingState] {
  return [name, { value, how: "start", at: {}, from: {} }];
}

function isSameNumber(a: string, b: string): boolean {
  return /^-?\d{1,15}$/.test(a) && /^-?\d{1,15}$/.test(b) && Number(a) === Number(b);
}

function roleValue(role: string, { roles }: Catalogue, read: (name: string) => string | undefined): string | undefined {
  for (const name of roles[role] ?? []) {
    const value = read(name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}

const day = 86_400;
/** Seconds after the time of day in which devices ask. */
const spread = 300;

/** At a start, then by the clock where the file says so. */
function nextUpdate(last: Pick<Round, "upgrade"> | undefined, read: (role: string) => string | undefined): Next {
  if (!last) return { cause: "power-up", earliest: 0, latest: 0, elapsed: 0 };
  if (read("ini-url") === undefined && read("ini-template-url") === undefined) return { never: "no rule" };
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(read("update-time") ?? "") ?? [];
  if (hours !== undefined) {
    const earliest = Number(hours) * 3600 + Number(minutes) * 60;
    const daily = { earliest, latest: earliest + spread };
    return { cause: "periodic", earliest: 0, latest: day + spread, elapsed: day, daily };
  }
  const period = Number(read("update-period") ?? 0) * 60 || Number(read("update-period-seconds") ?? 0);
  if (period > 0) return { cause: "periodic", earliest: period, latest: period, elapsed: period };
  return { cause: "power-up", earliest: 0, latest: 0, elapsed: 0, needs: "restart" };
}

/** Settings, then tables with the columns that their rows have. */
function mergedFile(values: readonly MergedValue[]): string {
  const lines: string[] = [];
  const tables = new Map<string, Map<string, Map<string, string>>>();
  for (const { name: key, value, isHidden } of values) {
    const { name, path, index } = partsOfName(key);
    if (isHidden) lines.push(`; ${key}`);
    if (index === undefined) {
      if (!isHidden) lines.push(write.element(name, value));
      continue;
    }
    const rows = tables.get(path) ?? new Map<string, Map<string, string>>();
    tables.set(path, rows);
    const row = rows.get(index) ?? new Map<string, string>();
    rows.set(index, row);
    row.set(name, isHidden ? "$$" : value);
  }
  for (const [table, rows] of tables) {
    const columns = [...new Set([...rows.values()].flatMap((row) => [...row.keys()]))];
    lines.push(`[ ${table} ]`, `FORMAT ${table}_Index = ${columns.join(", ")};`);
    for (const [index, row] of rows)
      lines.push(`${table} ${index} = ${columns.map((column) => row.get(column) ?? "$$").join(", ")};`);
    lines.push(`[ \\${table} ]`);
  }
  return `${lines.join("\n")}\n`;
}
