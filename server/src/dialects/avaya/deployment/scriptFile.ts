import type { SiteFile } from "../../../deployment/exchange";
import { type Applicable, applicable } from "../../../deployment/recipe";
import type { Fold, Origin, SettingState, Written } from "../../../deployment/settings";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { LineIndex } from "../../../text/lineIndex";
import { hasPlaceholder } from "../../../text/placeholder";
import { programOf, type Step, spanOf } from "../flow/program";
import type { Visits } from "../flow/run";
import { read } from "../read";

/** One statement that sets a value, as far as it matters to a phone. */
interface Change extends Written {
  readonly isUnknown: boolean;
  /** The setting after the statement, where no history is kept. */
  state?: SettingState;
}

/** A fetched file, with what is worked out of it once for all phones. */
export class ScriptFile {
  readonly document: ProfileDocument;
  readonly #lines: LineIndex;
  readonly #changes = new WeakMap<Step, Change>();
  readonly #recipes = new Map<string, Applicable<Change>>();

  constructor(
    readonly file: SiteFile,
    catalogue: Catalogue,
  ) {
    const { text } = file;
    this.document = read(text, catalogue);
    this.#lines = new LineIndex(text);
  }

  /** A program makes files of it and decides which lines they have. */
  get isTemplate(): boolean {
    return this.document.hasTemplate || programOf(this.document).steps.some(isTemplated);
  }

  placeOf(step: Step): Origin {
    const { start, end } = spanOf(step);
    return { file: this.file.name, line: this.#lines.positionAt(start).line + 1, start, end };
  }

  /** What the visited statements do, in order, on phones of a kind, which have the settings that `knows` names. */
  recipe(
    visits: Visits,
    { kind, addsToLists }: { readonly kind: string; readonly addsToLists: boolean },
    knows: (name: string) => boolean,
  ): Applicable<Change> {
    const key = `${kind}\n${addsToLists}\n${visits.join("")}`;
    let recipe = this.#recipes.get(key);
    if (!recipe) {
      const steps = programOf(this.document).steps.filter((_, i) => visits[i] !== 0);
      const changes = steps.flatMap((step) => this.#changeOf(step) ?? []);
      const done = addsToLists ? changes : changes.filter((each) => each.kind !== "add");
      recipe = applicable(done, knows, () => this.file.isShared === true);
      if (this.#recipes.size >= maxRecipes) this.#recipes.clear();
      this.#recipes.set(key, recipe);
    }
    return recipe;
  }

  #changeOf(step: Step): Change | undefined {
    const known = this.#changes.get(step);
    if (known) return known;
    const { statement } = step;
    if (statement.kind !== "set" && statement.kind !== "add") return undefined;
    const { setting, kind, value } = statement;
    const change: Change = {
      ...{ name: setting.name, kind, text: value, isUnknown: setting.templated },
      ...{ access: undefined, preserves: false, prefersUser: false, at: this.placeOf(step) },
    };
    this.#changes.set(step, change);
    return change;
  }
}

/** Ways through a file that are remembered. */
const maxRecipes = 500;

const variable = /^\$[A-Z]\w*$/i;

function isTemplated({ statement }: Step): boolean {
  switch (statement.kind) {
    case "if":
      return [statement.left, statement.right, statement.label].some(({ text }) => hasPlaceholder(text, variable));
    case "goto":
    case "label":
      return hasPlaceholder(statement.label.text);
    case "get":
      return hasPlaceholder(statement.file.text, variable);
    default:
      return false;
  }
}

/** How phones apply statements; with an origin, where a history is kept. */
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

function setState({ text, isUnknown }: Change, at: Origin): SettingState {
  return { value: text, ...(isUnknown && { isUnknown }), how: "set", at, from: at };
}
