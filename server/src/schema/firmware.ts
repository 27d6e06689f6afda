import { detached } from "../text/detached";
import type { Catalogue } from "./catalogue";

// Firmware releases as far as the catalogue's `since` needs them, in the forms that the catalogue lists.
// Comparing versions inside rules is another matter, and each dialect's own.

export interface Release {
  /** Releases with another prefix are counted apart. */
  readonly prefix: string;
  /** The weightiest first. */
  readonly numbers: readonly number[];
}

type ReleaseFacts = Pick<Catalogue, "releases" | "generations">;

interface Form {
  readonly pattern: RegExp;
  readonly missing: readonly number[];
}

const known = new WeakMap<ReleaseFacts["releases"], readonly Form[]>();

/** Texts that were read: parameters name the same few releases, and devices of a list too. */
const read = new WeakMap<ReleaseFacts, Map<string, Release | undefined>>();
/** Of one catalogue, at most. */
const maxRead = 1000;

export function parseRelease(text: string, catalogue: ReleaseFacts): Release | undefined {
  let releases = read.get(catalogue);
  if (!releases || releases.size >= maxRead) {
    releases = new Map();
    read.set(catalogue, releases);
  }
  let release = releases.get(text);
  if (release === undefined && !releases.has(text)) {
    release = readRelease(text, catalogue);
    releases.set(detached(text), release);
  }
  return release;
}

function readRelease(text: string, catalogue: ReleaseFacts): Release | undefined {
  for (const { pattern, missing } of formsOf(catalogue)) {
    const match = pattern.exec(text);
    if (!match) continue;
    const written = match.slice(1).filter((number) => number !== undefined);
    return {
      prefix: prefixOf(text, catalogue),
      numbers: [...written.map(Number), ...missing.slice(written.length)],
    };
  }
  return undefined;
}

function prefixOf(text: string, { generations }: ReleaseFacts): string {
  const start = text.trimStart().toLowerCase();
  const found = generations.find(
    ({ releasePrefix }) => releasePrefix !== undefined && start.startsWith(releasePrefix.toLowerCase()),
  );
  return found?.releasePrefix ?? "";
}

function formsOf({ releases }: ReleaseFacts): readonly Form[] {
  let forms = known.get(releases);
  if (!forms) {
    forms = releases.map(({ pattern, missing = [] }) => ({ pattern: new RegExp(pattern, "i"), missing }));
    known.set(releases, forms);
  }
  return forms;
}

/** Negative when `a` is older. */
export function compareReleases(a: Release, b: Release): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
