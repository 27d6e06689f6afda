import { type Applicable, countsOf, noCounts } from "./recipe";
import type { DeviceSettings, Fold, Origin, SettingState, Written } from "./settings";

// How values are set and added to on devices that keep no rights and no marks of users.

/** One statement that sets a value, as far as it matters to a device. */
export interface Change extends Written {
  readonly isUnknown: boolean;
  /** The setting after the statement, where no history is kept. */
  state?: SettingState;
}

/** How devices apply statements; with an origin, where a history is kept. */
export function folding(pinned?: ReadonlySet<string>, origin?: Origin): Fold<Change> {
  return (current, change) => {
    const at = origin ? { ...change.at, ...origin } : change.at;
    const more = origin && current ? { before: current } : {};
    if (pinned?.has(change.name)) {
      if (!origin) return current;
      const { before: _, ...kept } = current ?? { value: undefined, from: {} };
      return { ...kept, how: "kept: pinned", at, ...more };
    }
    const isGrowing = change.kind === "add" && current?.value !== undefined && current.value !== "";
    if (!isGrowing && !origin) {
      change.state ??= setState(change, at);
      return change.state;
    }
    if (!isGrowing) return { ...setState(change, at), ...more };
    const isUnknown = current.isUnknown === true || change.isUnknown;
    return {
      value: `${current.value},${change.text}`,
      ...(isUnknown && { isUnknown }),
      ...{ how: "added", at, from: current.from },
      ...more,
    };
  };
}

/** The settings after a file, and what it changed; with an origin, where a history is kept. */
export function applyFile(
  base: DeviceSettings,
  recipe: Applicable<Change>,
  pinned: ReadonlySet<string> | undefined,
  origin: Origin | undefined,
) {
  const common = folding();
  const fold = pinned || origin ? folding(pinned, origin) : common;
  const folds = { fold, ...(pinned && { common }), replaces: !pinned };
  const settings = base.apply(recipe, folds, origin !== undefined);
  return { settings, counts: origin ? countsOf(base, settings, recipe, folds) : noCounts };
}

function setState({ text, isUnknown }: Change, at: Origin): SettingState {
  return { value: text, ...(isUnknown && { isUnknown }), how: "set", at, from: at };
}
