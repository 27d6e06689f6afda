import type { Catalogue } from "../schema/catalogue";
import { compareReleases, parseRelease } from "../schema/firmware";
import { familyOf } from "../schema/identity";
import type { Sharing, SharingLevel, SharingNote } from "../schema/model";
import type { Reason } from "./report";
import type { RolloutPhone } from "./rolloutPhone";

// Whether a phone passes firmware on, by what its vendor says of its model.

/** How the phones of a tree do it. */
export type SharingRules = Pick<Sharing, "port" | "maxChildren" | "electionSeconds">;

export type Verdict = { readonly rules: SharingRules; readonly isAssumed?: boolean } | { readonly reason: Reason };

/** What a vendor says of a model. */
interface Statement {
  readonly catalogue: Catalogue;
  readonly sharing: Sharing;
  readonly entry: Sharing["models"][number];
}

/** Phones of one model and firmware, and the places that can switch sharing on or off, the strongest first. */
interface Judged {
  readonly verdict: Verdict;
  readonly levels: readonly SharingLevel[];
}

export class SharingFacts {
  readonly #known = new Map<string, Judged>();
  readonly #numbers = new Map<string, string>();

  constructor(readonly catalogues: readonly Catalogue[]) {}

  /** The number of a model, without what is written around it. */
  numberOf(model: string): string {
    let number = this.#numbers.get(model);
    if (number === undefined) {
      number = this.#find(model);
      this.#numbers.set(model, number);
    }
    return number;
  }

  verdict({ model, firmware, switches }: RolloutPhone): Verdict {
    const key = `${model}\n${firmware ?? ""}`;
    let judged = this.#known.get(key);
    if (!judged) {
      judged = judge(likely(this.#ofModel(model), firmware), firmware);
      this.#known.set(key, judged);
    }
    const { verdict, levels } = judged;
    if ("reason" in verdict) return verdict;
    const level = levels.find(({ column }) => switches.has(column));
    if (!level) return verdict;
    return switches.get(level.column) ? { rules: verdict.rules } : { reason: { kind: "off", place: level.label } };
  }

  /** Columns of a list that switch sharing on or off. */
  columns(): ReadonlySet<string> {
    return new Set(this.catalogues.flatMap(({ sharing }) => (sharing?.levels ?? []).map(({ column }) => column)));
  }

  /** What the vendors of these models say of sharing. */
  of(models: ReadonlySet<string>): readonly Sharing[] {
    return this.catalogues.flatMap(({ sharing }) =>
      sharing?.models.some((each) => each.shares && each.models.some((model) => models.has(model))) ? [sharing] : [],
    );
  }

  /** Defects of these models, and those that name no model of a vendor that has some of them. */
  notes(models: ReadonlySet<string>): readonly SharingNote[] {
    const notes = new Map<string, SharingNote>();
    for (const sharing of this.of(models))
      for (const note of sharing.notes)
        if (note.models === undefined || note.models.some((model) => models.has(model))) notes.set(note.id, note);
    return [...notes.values()];
  }

  #ofModel(model: string): readonly Statement[] {
    const number = this.numberOf(model);
    return this.catalogues.flatMap((catalogue) => {
      const { sharing } = catalogue;
      const entry = sharing?.models.find(({ models }) => models.includes(number));
      return sharing && entry ? [{ catalogue, sharing, entry }] : [];
    });
  }

  #find(model: string): string {
    for (const catalogue of this.catalogues) {
      const found = familyOf({ model, pn: model }, catalogue)?.model?.model;
      if (found !== undefined) return found;
    }
    return model.trim();
  }
}

function judge(found: readonly Statement[], firmware: string | undefined): Judged {
  const levels = found.flatMap(({ sharing }) => sharing.levels ?? []);
  const sharing = found.filter(({ entry }) => entry.shares);
  if (sharing.length === 0)
    return { verdict: { reason: { kind: found.length > 0 ? "model" : "unknown model" } }, levels };
  const able = sharing.find(({ entry, catalogue }) => !isBefore(firmware, entry.since, catalogue));
  if (!able) return { verdict: { reason: { kind: "firmware", since: sharing[0]?.entry.since ?? "" } }, levels };
  const isAssumed = sharing.every(({ entry }) => entry.off);
  return { verdict: { rules: able.sharing, ...(isAssumed && { isAssumed }) }, levels };
}

/** Phones of several systems can have one model; the firmware distinguishes them. */
function likely(found: readonly Statement[], firmware: string | undefined): readonly Statement[] {
  const ofOne = found.filter(({ entry }) => entry.firmware !== undefined);
  const sure = ofOne.filter(({ entry }) => new RegExp(entry.firmware ?? "", "i").test(firmware ?? ""));
  if (sure.length > 0) return sure;
  return ofOne.length < found.length ? found.filter((each) => !ofOne.includes(each)) : found;
}

/** A firmware that cannot be read is not older than anything. */
function isBefore(firmware: string | undefined, since: string | undefined, catalogue: Catalogue): boolean {
  const [running, first] = [firmware, since].map((text) =>
    text === undefined ? undefined : parseRelease(text, catalogue),
  );
  return running !== undefined && first !== undefined && compareReleases(running, first) < 0;
}
