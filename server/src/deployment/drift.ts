import type { Status } from "./driftStatus";
import type { Dump, DumpEntry } from "./dump";
import { historyOf } from "./history";
import type { DumpReader, Phone, PhoneState } from "./phone";
import type { Origin, SettingState } from "./settings";

// Compares the settings of a running device with those that its files lead to: one status for each setting.

export type Certainty = "certain" | "likely";

export interface DriftRow {
  readonly name: string;
  readonly status: Status;
  readonly certainty: Certainty;
  /** What the files make of it; undefined when they do not mention it, or when it is unknown. */
  readonly expected?: string;
  readonly from?: Origin;
  /** Undefined when the device does not show it. */
  readonly found?: string;
  /** The newest revision in which the files set the value that the device has. */
  readonly revision?: string;
  /** The step that did not arrive. */
  readonly step?: Origin;
  readonly factory?: string;
  readonly access?: { readonly expected: string; readonly found: string };
}

/** Where the files of an earlier revision lead. */
export interface Past {
  readonly revision: string;
  readonly state: PhoneState;
}

export interface DriftInput {
  readonly phone: Phone;
  readonly dumps: DumpReader;
  /** Where the files lead, with the history of each setting. */
  readonly end: PhoneState;
  readonly dump: Dump;
  /** The dump has the latest changes only. */
  readonly isDelta: boolean;
  /** Not all files are known: what no file mentions may be in another one. */
  readonly isPartial: boolean;
  /** Settings in the files that the device does not know, with their values. */
  readonly ignored: ReadonlyMap<string, string>;
  /** The newest first. */
  readonly past: readonly Past[];
  readonly isLeftOut: (name: string) => boolean;
}

export function driftRows(input: DriftInput): readonly DriftRow[] {
  const { dump, end, ignored, isLeftOut } = input;
  const compare = new Comparison(input);
  const rows: DriftRow[] = [];
  for (const entry of dump.entries.values()) if (!isLeftOut(entry.name)) rows.push(...compare.present(entry));
  if (input.isDelta || dump.isDamaged) return rows;
  const absent = new Set(ignored.keys());
  for (const [name] of end.settings.entries()) absent.add(name);
  for (const name of absent) {
    if (dump.entries.has(name) || isLeftOut(name)) continue;
    const row = compare.absent(name);
    if (row) rows.push(row);
  }
  return rows;
}

type Expected =
  | { readonly kind: "set"; readonly value: string; readonly from?: Origin }
  | { readonly kind: "reset"; readonly from?: Origin }
  | { readonly kind: "unknown"; readonly from?: Origin }
  | { readonly kind: "open" };

function expectedOf(current: SettingState | undefined): Expected {
  if (!current) return { kind: "open" };
  const { from } = current;
  if (current.isUnknown) return { kind: "unknown", from };
  if (current.value !== undefined) return { kind: "set", value: current.value, from };
  return from.file !== undefined || from.rule !== undefined || current.how === "reset"
    ? { kind: "reset", from }
    : { kind: "open" };
}

/** A status with what is known of it. */
type Found = Pick<DriftRow, "status" | "certainty" | "revision" | "step">;

const certain = (status: Status): Found => ({ status, certainty: "certain" });
const likely = (status: Status): Found => ({ status, certainty: "likely" });

class Comparison {
  readonly #marksUsers: boolean | undefined;

  constructor(readonly input: DriftInput) {
    const { dumps, end, dump } = input;
    // Marks in the dump show that the device makes them.
    this.#marksUsers = [...dump.entries.values()].some(({ isUserModified }) => isUserModified)
      ? true
      : dumps.marksUsers(end.device);
  }

  *present(entry: DumpEntry): Generator<DriftRow> {
    const { dumps, end, phone, ignored } = this.input;
    const { name, value } = entry;
    const { isStatus, isSecret } = dumps.traitsOf(name);
    if (isStatus || entry.isStatus) return;
    const current = end.settings.get(name);
    const typed = current ? undefined : ignored.get(name);
    const expected: Expected = typed === undefined ? expectedOf(current) : { kind: "set", value: typed };
    const factory = phone.factoryOf(end.device, name);
    const { access: wanted } = current ?? {};
    const { access: has } = entry;
    const access = wanted !== undefined && has !== undefined && wanted !== has;
    const about = {
      name,
      ...(expected.kind === "set" && { expected: expected.value }),
      ...(expected.kind !== "open" && expected.from && { from: expected.from }),
      ...(value !== undefined && { found: value }),
      ...(factory && { factory: factory.value }),
      ...(access && { access: { expected: wanted, found: has } }),
    };
    const isHidden = value === undefined || (isSecret && value === "");
    yield { ...about, ...(isHidden ? likely("secret") : this.#shown(entry, value, expected, factory)) };
    if (access) yield { ...about, ...likely("access differs") };
  }

  absent(name: string): DriftRow | undefined {
    const { dumps, end, ignored } = this.input;
    const { isStatus, isSecret, isNeverShown } = dumps.traitsOf(name);
    if (isStatus) return undefined;
    const current = end.settings.get(name);
    const typed = current ? undefined : ignored.get(name);
    const expected: Expected = typed === undefined ? expectedOf(current) : { kind: "set", value: typed };
    if (expected.kind !== "set" && expected.kind !== "unknown") return undefined;
    const about = {
      name,
      ...(expected.kind === "set" && { expected: expected.value }),
      ...(expected.from && { from: expected.from }),
    };
    // Reports leave secrets out without a trace.
    if (isNeverShown || isSecret) return { ...about, ...likely("never shown") };
    if (typed !== undefined || !dumps.isSupported(name, end.device)) return { ...about, ...likely("unsupported") };
    return { ...about, ...likely("missing") };
  }

  #shown(
    entry: DumpEntry,
    value: string,
    expected: Expected,
    factory: { readonly value: string; readonly basis: string } | undefined,
  ): Found {
    const isFactory = factory !== undefined && this.#isSame(entry.name, value, factory.value);
    const isSure = factory !== undefined && factory.basis !== "inferred";
    switch (expected.kind) {
      case "unknown":
        return likely("undecided");
      case "set":
        if (this.#isSame(entry.name, value, expected.value)) return certain("same");
        return this.#differs(entry, value, expected.from) ?? likely(isFactory ? "back to default" : "drift");
      case "reset":
        if (isFactory) return certain("same");
        return this.#differs(entry, value, expected.from) ?? likely(isSure ? "drift" : "unknown default");
      case "open":
        if (isFactory) return isSure ? certain("default") : likely("default");
        return this.#open(entry, value, isSure, factory !== undefined);
    }
  }

  /** Why a setting of the files has another value; undefined when nothing explains it. */
  #differs(entry: DumpEntry, value: string, from: Origin | undefined): Found | undefined {
    const { name, isUserModified } = entry;
    if (from?.prefersUser && (isUserModified || this.#marksUsers !== false))
      return isUserModified ? certain("kept for the user") : likely("kept for the user");
    if (isUserModified) return certain("changed by the user");
    const past = this.#past(name, value);
    if (past) return past;
    const step = this.#missedStep(name, value);
    if (step) return { ...likely("a later step did not arrive"), step };
    if (this.#isUsers(entry) && this.#marksUsers === false) return likely("probably changed by the user");
    return undefined;
  }

  #past(name: string, value: string): Found | undefined {
    for (const { revision, state } of this.input.past) {
      const then = expectedOf(state.settings.get(name));
      if (then.kind === "unknown") continue;
      const had = this.input.phone.valueOf(state, name);
      if (had === undefined || !this.#isSame(name, value, had)) continue;
      return { ...(then.kind === "set" ? certain("not yet fetched") : likely("not yet fetched")), revision };
    }
    return undefined;
  }

  /** The step that put the last value there, when the device has what was there before it. */
  #missedStep(name: string, value: string): Origin | undefined {
    const { phone, end } = this.input;
    const current = end.settings.get(name);
    if (!current) return undefined;
    const { from } = current;
    const before = historyOf(phone, end, name, current).some(
      (entry) =>
        entry.how !== "factory" &&
        entry.value !== undefined &&
        // The file itself may write it twice.
        !(entry.at.file === from.file && entry.at.rule === from.rule) &&
        this.#isSame(name, value, entry.value),
    );
    return before ? from : undefined;
  }

  /** No file mentions the setting, and it has not its factory value as far as that is known. */
  #open(entry: DumpEntry, value: string, isSure: boolean, hasFactory: boolean): Found {
    const { name, isUserModified } = entry;
    const { isPartial, past, dumps } = this.input;
    if (isUserModified) return certain("changed by the user");
    if (!dumps.traitsOf(name).isKnown) return likely("new");
    if (hasFactory && this.#isUsers(entry)) return likely("probably changed by the user");
    if (isPartial) return likely("undecided");
    for (const { revision, state } of past) {
      const then = expectedOf(state.settings.get(name));
      if (then.kind === "set" && this.#isSame(name, value, then.value)) return { ...certain("left behind"), revision };
    }
    return likely(isSure ? "unexplained" : "unknown default");
  }

  /** The user may change it. */
  #isUsers({ name, access }: DumpEntry): boolean {
    const { phone, end } = this.input;
    return (access ?? phone.accessOf(end, name)) === "rw";
  }

  #isSame(name: string, a: string, b: string): boolean {
    const { phone, end } = this.input;
    return phone.isSameValue(name, a, b, end.device);
  }
}

/** An earlier revision or the history may explain it better. */
export function isOpenQuestion({ status }: DriftRow): boolean {
  return (
    status === "drift" ||
    status === "back to default" ||
    status === "probably changed by the user" ||
    status === "unexplained" ||
    status === "unknown default" ||
    status === "a later step did not arrive"
  );
}
