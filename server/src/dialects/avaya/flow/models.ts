import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import type { FamilyId } from "../../../schema/model";
import { softwareOf } from "../software";
import type { Running } from "./firmware";
import { type Program, programOf, type Step } from "./program";
import { type Attention, type Facts, run } from "./run";

/** A model with the families it may be of: one for each signaling. */
export interface ListedModel {
  readonly model: string;
  readonly families: readonly FamilyId[];
}

/** The models that can reach a step. */
interface Reaching {
  readonly listed: readonly ListedModel[];
  /** Models that the file does not name come there too. */
  readonly others: boolean;
}

/** A model that no file names. */
const otherModel = "\u0000";

/** Models that the conditions of a file name, in its order, as they are written. */
export function namedModels(program: Program): readonly string[] {
  const names = new Set<string>();
  for (const { statement } of program.steps) {
    if (statement.kind !== "if" || !/^MODEL[46]?$/i.test(statement.left.variable ?? "")) continue;
    if (statement.right.variable === undefined) names.add(statement.right.text.slice(0, 4));
  }
  return [...names];
}

const visitsAlone: Attention = { isTraced: false, follows: () => false };

const known = new WeakMap<ProfileDocument, ReadonlyMap<Step, Reaching>>();

/** Which of the models that a file names can reach each step, as far as the conditions on models decide. */
export function modelsReaching(document: ProfileDocument, catalogue: Catalogue): ReadonlyMap<Step, Reaching> {
  let found = known.get(document);
  if (!found) {
    found = find(document, catalogue);
    known.set(document, found);
  }
  return found;
}

/** The families of the models that can reach a place; undefined if others can reach it, or none is known. */
export function familiesAt(
  document: ProfileDocument,
  catalogue: Catalogue,
  offset: number,
): readonly FamilyId[] | undefined {
  const { steps } = programOf(document);
  // The last statement above decides: what follows a jump is reached by nothing.
  const before = steps.filter(({ base, statement }) => base + statement.span.end < offset).at(-1);
  const reaching = before && modelsReaching(document, catalogue).get(before);
  if (!reaching || reaching.others || before.statement.kind === "goto") return undefined;
  if (reaching.listed.some(({ families }) => families.length === 0)) return undefined;
  const families = new Set(softwareOf(reaching.listed.flatMap((each) => each.families)));
  return families.size === 0 ? undefined : [...families];
}

function find(document: ProfileDocument, catalogue: Catalogue): ReadonlyMap<Step, Reaching> {
  const program = programOf(document);
  const reaching = new Map<Step, { listed: ListedModel[]; others: boolean }>();
  for (const step of program.steps) reaching.set(step, { listed: [], others: false });
  for (const model of [...namedModels(program), otherModel]) {
    const families = catalogue.families
      .filter((family) => family.models.some((each) => each.model.toUpperCase() === model.toUpperCase()))
      .map(({ id }) => id);
    const { visits } = run("", document, factsOfModel(model), { fetch: () => undefined }, visitsAlone);
    for (const [i, visit] of (visits.get(document) ?? []).entries()) {
      const at = visit > 0 ? reaching.get(program.steps[i] as Step) : undefined;
      if (!at) continue;
      if (model === otherModel) at.others = true;
      else at.listed.push({ model, families });
    }
  }
  return reaching;
}

/** Nothing but the model and what runs on it is known. */
export function factsOfModel(model: string | undefined, { application, boot }: Running = {}): Facts {
  const value = (text: string | undefined) => (text === undefined ? undefined : { value: text });
  return {
    variable(name) {
      if (name === "MODEL4") return value(model);
      if (name === "APPNAME") return value(application);
      return name === "BOOTNAME" ? value(boot) : undefined;
    },
    ignoresCase: true,
    addsToLists: true,
  };
}
