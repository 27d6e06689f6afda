import path from "node:path";
import type { FileProblem } from "../../analysis/fileProblem";
import { placeOf } from "../../analysis/problemPlace";
import type { Snapshot } from "../../analysis/snapshot";
import { readBeside } from "../readInput";
import { UsageError } from "../verb";
import { writeResult } from "../writeBack";

// Problems that a team accepts for now: how many of a code there are in a setting of a file. Lines are not part of it, so
// that a baseline lives on when files are edited; values are not, so that it contains no secrets.

type Counts = Map<string, number>;
/** Numbers of problems by code, then setting. */
type FileCounts = Map<string, Counts>;

/** What some files of a run have: their problems, and accepted ones that are gone. */
export interface BaselinePart {
  readonly found: ReadonlyMap<string, FileCounts>;
  readonly unused: number;
}

/** A baseline file of `check`. Names of files count from its folder. */
export class Baseline {
  readonly #found = new Map<string, FileCounts>();
  #unused = 0;

  private constructor(
    readonly file: string,
    private readonly accepted: ReadonlyMap<string, FileCounts>,
    private readonly isWritten: boolean,
  ) {}

  /** Throws a UsageError when the file is not a baseline. One that this run writes may be missing. */
  static read(file: string, isWritten: boolean): Baseline {
    const text = readBeside(file);
    if (text !== undefined) return new Baseline(file, parsed(text, file), isWritten);
    if (isWritten) return new Baseline(file, new Map(), isWritten);
    throw new UsageError(`${file}: No such file. Create it with --write-baseline.`);
  }

  /** Those of a file's problems that the baseline does not accept; one that this run writes accepts all. */
  unaccepted(name: string, snapshot: Snapshot, problems: readonly FileProblem[]): readonly FileProblem[] {
    const key = this.#keyOf(name);
    const known = this.accepted.get(key);
    const found: FileCounts = new Map();
    const rest = problems.filter((problem) => {
      const { code, setting } = placeOf(problem, snapshot);
      const ofCode: Counts = found.get(code) ?? new Map();
      const count = (ofCode.get(setting) ?? 0) + 1;
      found.set(code, ofCode.set(setting, count));
      return count > (known?.get(code)?.get(setting) ?? 0);
    });
    for (const [code, settings] of known ?? [])
      for (const [setting, count] of settings)
        this.#unused += Math.max(0, count - (found.get(code)?.get(setting) ?? 0));
    this.#found.set(key, found);
    return this.isWritten ? [] : rest;
  }

  /** What came since it was last asked for, from another thread. */
  part(): BaselinePart {
    const part = { found: new Map(this.#found), unused: this.#unused };
    this.#found.clear();
    this.#unused = 0;
    return part;
  }

  add({ found, unused }: BaselinePart): void {
    for (const [key, counts] of found) this.#found.set(key, counts);
    this.#unused += unused;
  }

  /** Accepted problems of the files of this run that no longer occur. */
  get unused(): number {
    return this.#unused;
  }

  /** Accepts what this run found; files that were not part of it keep their entries. */
  async write(): Promise<void> {
    const files = new Map([...this.accepted, ...this.#found]);
    const accepted = sorted(files, (codes) =>
      codes.size === 0 ? undefined : sorted(codes, (counts) => sorted(counts)),
    );
    await writeResult(this.file, `${JSON.stringify({ version: 1, accepted }, undefined, 2)}\n`);
  }

  #keyOf(name: string): string {
    if (name === "-") return name;
    return path
      .relative(path.dirname(path.resolve(this.file)), path.resolve(name))
      .split(path.sep)
      .join("/");
  }
}

function parsed(text: string, file: string): Map<string, FileCounts> {
  const fail = (message: string): never => {
    throw new UsageError(`${file}: ${message}`);
  };
  const map = <T>(value: unknown, each: (value: unknown) => T): Map<string, T> =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value).map(([key, item]) => [key, each(item)]))
      : fail("Not a baseline of flat-profile check.");
  const count = (value: unknown): number =>
    Number.isSafeInteger(value) ? (value as number) : fail("Not a baseline of flat-profile check.");
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail("Not valid JSON.");
  }
  const root = map(raw, (value) => value);
  if (root.get("version") !== 1) return fail("Not a baseline of this version of flat-profile check.");
  return map(root.get("accepted"), (codes) => map(codes, (settings) => map(settings, count)));
}

function sorted<T>(map: ReadonlyMap<string, T>, each: (value: T) => unknown = (value) => value): object {
  const names = [...map.keys()].sort();
  return Object.fromEntries(
    names.map((name) => [name, each(map.get(name) as T)]).filter(([, value]) => value !== undefined),
  );
}
