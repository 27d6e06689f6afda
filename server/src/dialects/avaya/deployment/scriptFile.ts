import type { SiteFile } from "../../../deployment/exchange";
import type { Change } from "../../../deployment/fold";
import { type Applicable, applicable } from "../../../deployment/recipe";
import type { Origin } from "../../../deployment/settings";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { LineIndex } from "../../../text/lineIndex";
import { hasPlaceholder } from "../../../text/placeholder";
import { programOf, type Step, spanOf } from "../flow/program";
import type { Visits } from "../flow/run";
import { read } from "../read";

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
