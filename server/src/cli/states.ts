import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Phone } from "../deployment/phone";
import type { ResolveSummary } from "../deployment/report";
import type { SettingState } from "../deployment/settings";
import type { Settled } from "../deployment/settle";
import { atomicWrite } from "../node/atomicWrite";

// What many devices end up with, for databases: each device names its state, and each state is written once.
// Columns: schemas/resolve-device.schema.json and schemas/resolve-state.schema.json.

/** Characters that are written at once. */
const inOneGo = 1 << 16;

export class StatesWriter {
  readonly #devices: RowFile;
  readonly #states: RowFile;
  readonly #known = new Map<ReadonlyMap<string, SettingState>, string>();
  readonly #written = new Set<string>();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#devices = new RowFile(path.join(folder, "devices.jsonl"));
    this.#states = new RowFile(path.join(folder, "states.jsonl"));
  }

  async add(phone: Phone, settled: Settled, summary: ResolveSummary): Promise<void> {
    const { device } = settled.end;
    const { id, outcome, rounds, firmware, urls, notes, problems } = summary;
    const row = {
      id,
      ...(device.family !== undefined && { family: device.family }),
      ...(device.model !== undefined && { model: device.model }),
      state: await this.#stateOf(phone, settled),
      outcome,
      rounds,
      ...(firmware !== undefined && { firmware }),
      url: urls.at(-1) ?? "",
      problems: problems.map(({ code }) => code).join(" "),
      notes: notes.join(", "),
    };
    await this.#devices.add(row);
  }

  /** What several devices have alike; the values of one device alone are no part of it. */
  async #stateOf(phone: Phone, { start, end }: Settled): Promise<string> {
    const { common } = end.settings;
    let state = this.#known.get(common);
    if (state !== undefined) return state;
    const shown = phone.shown([start, end]);
    const rows = [...common].flatMap(([name, { value, from }]) =>
      value === undefined ? [] : [{ name, value: shown.isSecret(name, value) ? undefined : shown.text(value), from }],
    );
    rows.sort((a, b) => (a.name < b.name ? -1 : 1));
    // Of what is shown only: with the rest, somebody could try passwords against a hash of all.
    const hash = createHash("sha256");
    for (const { name, value = "\u0001" } of rows) hash.update(`${name}\u0000${value}\u0000`);
    state = hash.digest("hex").slice(0, 16);
    this.#known.set(common, state);
    if (this.#written.has(state)) return state;
    this.#written.add(state);
    for (const { name, value, from } of rows)
      await this.#states.add({
        state,
        name,
        ...(value === undefined ? { secret: true } : { value }),
        ...(from.file !== undefined && { file: shown.text(from.file) }),
        ...(from.line !== undefined && { line: from.line }),
      });
    return state;
  }

  async close(): Promise<void> {
    await Promise.all([this.#devices.close(), this.#states.close()]);
  }
}

/** Rows are written while others are worked out; the file is there once all are. */
class RowFile {
  readonly #written: Promise<unknown>;
  #rows = "";
  #isClosed = false;
  #wake: (() => void) | undefined;
  #resume: (() => void) | undefined;

  constructor(file: string) {
    this.#written = atomicWrite(file, this.#pieces(), { mode: 0o600 });
    // It is waited for at the end.
    this.#written.catch(() => this.#resume?.());
  }

  async add(row: object): Promise<void> {
    this.#rows += `${JSON.stringify(row)}\n`;
    if (this.#rows.length < inOneGo) return;
    const taken = new Promise<void>((resume) => {
      this.#resume = resume;
    });
    this.#wake?.();
    await Promise.race([taken, this.#written]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake?.();
    await this.#written;
  }

  async *#pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#rows.length < inOneGo && !this.#isClosed)
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      const piece = Buffer.from(this.#rows);
      this.#rows = "";
      this.#resume?.();
      if (piece.length > 0) yield piece;
      else if (this.#isClosed) return;
    }
  }
}
