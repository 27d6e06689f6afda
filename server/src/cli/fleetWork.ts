import { ReadStream } from "node:fs";
import { FleetList } from "../analysis/fleetList";
import { isInShard, type Shard } from "../deployment/shard";
import { csv, jsonl } from "../preview/fleetFormats";
import type { PreviewFleet } from "../preview/preview";
import type { Catalogue } from "../schema/catalogue";
import { certainServiceOf, siteDialects } from "./catalogue";
import { textOf } from "./encoding";
import { namedFault } from "./fileFault";
import { FleetSummary, type FleetSummaryPart } from "./fleetSummary";
import { neighborsOf } from "./neighbors";
import { openAside } from "./readInput";
import type { Share } from "./threads";
import { UsageError } from "./verb";

// What a profile makes the devices of a list do, block by block.

export interface FleetInput {
  /** The profile. */
  readonly name: string;
  readonly text: string;
  readonly dialect?: string;
  /** The list of devices. */
  readonly list: string;
  readonly format: "csv" | "jsonl";
  /** Only what the devices are counted by. */
  readonly summary: boolean;
  readonly shard?: Shard;
}

/** Of some rows that follow each other. */
export interface FleetBlock {
  readonly text: string;
  /** What the head of the output names. */
  readonly parameters: readonly string[];
  readonly tally: FleetSummaryPart;
  readonly rows: number;
  readonly invalid: Faults;
  /** Of rows that cannot be read. */
  readonly lost: Faults;
}

/** Messages about rows: the first ones, and how many there are. */
interface Faults {
  readonly first: string[];
  count: number;
}

/** Unreadable rows that are reported, at most. */
export const maxFaults = 20;

/** What is known in the thread of the verb. */
export interface FleetContext {
  readonly catalogue: Catalogue;
  readonly fleet: PreviewFleet;
  /** Columns that mean nothing. */
  unknown(names: readonly string[]): void;
  /** How many bytes of the list are read. */
  at(bytes: number): void;
}

/** Bytes of the list that are read and answered in one go: more are kept by the collector for longer. */
const inOneGo = 1 << 14;
/** The same where most rows are for other threads. */
const inOneGoOfMany = 1 << 17;
/** Rows of one block where several threads share a list. */
const blockRows = 2048;

export async function* fleetWork(
  input: FleetInput,
  { rest, of }: Share,
  context: FleetContext = contextOf(input),
): AsyncGenerator<FleetBlock> {
  const { list } = input;
  const answers = new Answers(input, context, (block) => block % of === rest);
  const stream = list === "-" ? process.stdin : await openAside(list, of === 1 ? inOneGo : inOneGoOfMany);
  try {
    for await (const text of textOf(stream as AsyncIterable<Uint8Array>)) {
      answers.read(text);
      yield* answers.ended(of === 1);
      context.at(stream instanceof ReadStream ? stream.bytesRead : 0);
    }
    answers.finish();
  } catch (error) {
    throw namedFault(error, list);
  }
  yield* answers.ended(true);
}

/** In another thread; the verb has reported what is wrong with these files. */
function contextOf(input: FleetInput): FleetContext {
  return { ...fleetOf(input, siteDialects({ isReported: true })), unknown: () => undefined, at: () => undefined };
}

/** Throws a UsageError when the file says nothing about lists of phones. */
export function fleetOf(
  { name, text, dialect: id }: Pick<FleetInput, "name" | "text" | "dialect">,
  services: ReturnType<typeof siteDialects>,
): Pick<FleetContext, "catalogue" | "fleet"> {
  const service = certainServiceOf(name, text, services, { ...(id !== undefined && { dialect: id }) });
  const { dialect, catalogue } = service;
  const document = dialect.read(text, catalogue);
  if (document.form === "foreign") throw new UsageError(`${name}: Not a ${dialect.label} file.`);
  const neighbors = neighborsOf({ name, path: name }, service);
  const fleet = dialect.preview?.fleet?.({ document, catalogue, neighbors });
  if (!fleet) throw new UsageError(`${name}: ${dialect.label} files cannot be evaluated for a list of phones.`);
  return { catalogue, fleet };
}

/** The blocks of one thread while its list is read. */
class Answers {
  readonly #tally: FleetSummary;
  readonly #rows: FleetList;
  readonly #ended: FleetBlock[] = [];
  #parameters: readonly string[] = [];
  #block = -1;
  #begun = begun();

  constructor(input: FleetInput, { catalogue, fleet, unknown }: FleetContext, isOwn: (block: number) => boolean) {
    const { list, summary, shard } = input;
    const lines = input.format === "jsonl" ? jsonl : csv;
    const tally = new FleetSummary(fleet, catalogue);
    this.#tally = tally;
    this.#rows = new FleetList(
      catalogue,
      fleet.isFirmware,
      {
        head: (columns, others, isUseless) => {
          this.#parameters = fleet.rules(columns);
          if (isUseless) throw new UsageError(`${list}: The first row has no known column name, such as mac or model.`);
          if (others.length > 0) unknown(others);
        },
        device: (device, line, faultOf) => {
          this.#begun.rows++;
          if (shard && !isInShard(device.id, shard)) return;
          const reason = faultOf();
          if (reason !== undefined) {
            tally.addBadRow();
            note(this.#begun.invalid, `${list}:${line}: ${reason}`);
          }
          const answer = fleet.answer(device);
          tally.add(answer);
          if (!summary) this.#begun.text += lines.line(answer, this.#parameters);
        },
        lost: (line, reason, hasHead) => {
          const fault = `${list}:${line}: ${reason}`;
          if (!hasHead) throw new UsageError(fault);
          note(this.#begun.lost, fault);
        },
      },
      (row) => {
        const block = Math.floor((row - 1) / blockRows);
        if (block !== this.#block) this.#end();
        this.#block = block;
        return isOwn(block);
      },
    );
  }

  read(text: string): void {
    this.#rows.read(text);
  }

  finish(): void {
    this.#rows.finish();
  }

  /** Blocks whose rows are all read; `all`: and what there is of the last one. */
  ended(all: boolean): readonly FleetBlock[] {
    if (all) this.#end();
    return this.#ended.splice(0);
  }

  #end(): void {
    const { rows, lost } = this.#begun;
    if (rows + lost.count === 0) return;
    this.#ended.push({ ...this.#begun, parameters: this.#parameters, tally: this.#tally.part() });
    this.#begun = begun();
  }
}

function begun() {
  const none = (): Faults => ({ first: [], count: 0 });
  return { text: "", rows: 0, invalid: none(), lost: none() };
}

function note(faults: Faults, message: string): void {
  if (faults.count++ < maxFaults) faults.first.push(message);
}
