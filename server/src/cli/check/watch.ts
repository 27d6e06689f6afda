import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import { isDynamicPattern } from "tinyglobby";
import { configFile } from "../../deployment/siteMap";
import { parametersFile } from "../catalogue";
import { folderOfPattern, type Input, notSearched } from "../inputs";
import { printable } from "../printable";
import type { Totals } from "../reports/report";
import { UsageError } from "../verb";
import type { CheckOptions } from "./options";
import { type EarlierRuns, runCheck } from "./run";

/** A program writes a file in several steps; these milliseconds of quiet end them. */
const quietMs = 100;

/** Checks, then checks what changed, until the process is ended. */
export async function watch(words: readonly string[], options: CheckOptions): Promise<void> {
  const unchanged = new UnchangedFiles();
  const run = async () => {
    unchanged.begin();
    try {
      await runCheck(words, options, unchanged);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      console.error(printable(error.message));
    }
    watcher.add(unchanged.newReads());
    console.error("Waiting for changes. Press Ctrl+C to end.");
  };
  // A file that a person changes while the first run is going must not be missed.
  const places = words.map((word) => (isDynamicPattern(word) ? folderOfPattern(word) : word));
  const settings = options.config === undefined ? [configFile, parametersFile] : [options.config, parametersFile];
  const watcher = watchFiles([...new Set(places)], {
    ignoreInitial: true,
    ignored: (path) => path.split(/[/\\]/).some((part) => notSearched.has(part) || /^\.[^.]/.test(part)),
  });
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));
  // The watcher counts a path that does not exist twice, and would be ready before the folders are watched.
  watcher.add(settings);
  let waiting: NodeJS.Timeout | undefined;
  let running = run();
  watcher.on("all", (_, path) => {
    if (settings.some((name) => path.endsWith(name))) unchanged.forget();
    else unchanged.changed(path);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running = running.then(run);
    }, quietMs);
  });
  await new Promise<never>(() => undefined);
}

/** Files whose size and time are as in the run before, and so are the files that were read for them. */
class UnchangedFiles implements EarlierRuns {
  readonly #known = new Map<string, { readonly stamp: string; readonly totals?: Totals }>();
  /** Names of inputs by the full names of what is read for them. */
  readonly #readers = new Map<string, Set<string>>();
  readonly #newReads = new Set<string>();
  /** What changed since the run began: a file may have been read before. */
  readonly #changed = new Set<string>();

  begin(): void {
    this.#changed.clear();
  }

  reads(input: Input, files: readonly string[]): void {
    for (const file of files) {
      const full = resolve(file);
      const readers = this.#readers.get(full);
      // From here, as folders above may have names that are not watched.
      if (!readers) this.#newReads.add(relative("", full));
      this.#readers.set(full, (readers ?? new Set()).add(input.name));
      if (this.#changed.has(full)) this.#known.delete(input.name);
    }
  }

  /** To be watched from now on. */
  newReads(): string[] {
    const files = [...this.#newReads];
    this.#newReads.clear();
    return files;
  }

  changed(file: string): void {
    const full = resolve(file);
    this.#changed.add(full);
    for (const name of this.#readers.get(full) ?? []) this.#known.delete(name);
  }

  of(input: Input): Totals | undefined {
    const known = this.#known.get(input.name);
    // Taken before the file is read, so that a change after that counts.
    const stamp = stampOf(input);
    if (known?.stamp === stamp && known.totals) return known.totals;
    this.#known.set(input.name, { stamp });
    return undefined;
  }

  keep(input: Input, totals: Totals): void {
    const known = this.#known.get(input.name);
    if (known) this.#known.set(input.name, { ...known, totals });
  }

  forget(): void {
    this.#known.clear();
  }
}

function stampOf({ path }: Input): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : "";
}
