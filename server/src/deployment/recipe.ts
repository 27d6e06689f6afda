import type { DeviceSettings, Folds, Recipe, Written } from "./settings";

/** What a file comes to on devices of one kind. */
export interface Applicable<C extends Written> extends Recipe<C> {
  /** Names that these devices do not know. */
  readonly ignored: readonly string[];
}

/** The settings of a file, from top to bottom. */
export function applicable<C extends Written>(
  changes: readonly C[],
  knows: (name: string) => boolean,
  isShared: () => boolean,
): Applicable<C> {
  const known: C[] = [];
  const byName = new Map<string, C[]>();
  const ignored = new Set<string>();
  let arePlain = true;
  for (const change of changes) {
    const { name } = change;
    const list = byName.get(name);
    if (list) list.push(change);
    else if (knows(name)) byName.set(name, [change]);
    else {
      ignored.add(name);
      continue;
    }
    known.push(change);
    arePlain &&= isPlain(change);
  }
  return {
    changes: known,
    byName,
    ignored: [...ignored],
    isPlain: arePlain,
    get isShared() {
      return isShared();
    },
  };
}

/** What it does depends on nothing that the device has already. */
export function isPlain({ kind, preserves, prefersUser }: Written): boolean {
  return (kind === "set" || kind === "reset") && !preserves && !prefersUser;
}

export const noCounts = { set: 0, reset: 0, kept: 0 };

/** How many settings a file set, took back and left alone, where a history is kept. */
export function countsOf<C extends Written>(
  before: DeviceSettings,
  after: DeviceSettings,
  recipe: Recipe<C>,
  { replaces }: Folds<C>,
): typeof noCounts {
  if (replaces && recipe.isPlain) return plainCounts(recipe);
  const counts = { ...noCounts };
  for (const name of recipe.byName.keys()) {
    const current = after.get(name);
    if (current === before.get(name)) continue;
    const how = current?.how;
    if (how === "set" || how === "learned" || how === "added") counts.set++;
    else if (how === "reset") counts.reset++;
    else if (how?.startsWith("kept")) counts.kept++;
  }
  return counts;
}

const known = new WeakMap<Recipe<Written>, typeof noCounts>();

/** Each element sets or takes back, and the last of a name counts. */
function plainCounts(recipe: Recipe<Written>): typeof noCounts {
  let counts = known.get(recipe);
  if (!counts) {
    counts = recipe.changes.length === recipe.byName.size ? kindsOf(recipe.changes) : lastKindsOf(recipe.changes);
    known.set(recipe, counts);
  }
  return counts;
}

/** Of elements with a name each. */
function kindsOf(changes: readonly Written[]): typeof noCounts {
  let set = 0;
  for (let i = 0; i < changes.length; i++) if ((changes[i] as Written).kind === "set") set++;
  return { set, reset: changes.length - set, kept: 0 };
}

function lastKindsOf(changes: readonly Written[]): typeof noCounts {
  const set = new Set<string>();
  const reset = new Set<string>();
  for (const { name, kind } of changes) {
    (kind === "set" ? set : reset).add(name);
    (kind === "set" ? reset : set).delete(name);
  }
  return { set: set.size, reset: reset.size, kept: 0 };
}
