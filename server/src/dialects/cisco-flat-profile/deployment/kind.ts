import type { SiteFile } from "../../../deployment/exchange";
import { applicable } from "../../../deployment/recipe";
import type { Fold, Folds, Origin, SettingState } from "../../../deployment/settings";
import type { Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { availability, resolveParameter } from "../../../schema/effectiveParameter";
import { compareReleases, parseRelease, type Release } from "../../../schema/firmware";
import type { DeviceChoice, Family } from "../../../schema/model";
import { leavesOf } from "../../../xml/leaves";
import { format } from "../format";
import { aliasFor, readAliasMap } from "../rules/aliasMap";
import { type Applicable, type Change, changesIn, fold } from "./changes";
import { readPlainFile } from "./plainFile";
import { FileShapes, KnownShapes } from "./shapedFile";

// Phones of one family, model and firmware: what they know, what they are shipped with, and how they read a file.

/** `user-pref` and the mark `um` are known from here on. */
const firstUserPref: Release = { prefix: "", numbers: [12, 0, 4, 0] };

export type Content =
  | { readonly kind: "changes"; readonly content: Applicable }
  | { readonly kind: "corrupt"; readonly reason: "not a profile" | "malformed" };

interface FactoryValue {
  readonly value: string;
  readonly basis: string;
}

export class PhoneKind {
  readonly absentAccess: "keep" | "factory";
  readonly knowsUserPref: boolean;
  readonly family: Family | undefined;
  readonly #choice: DeviceChoice;
  readonly #known = new Map<string, boolean>();
  readonly #factory = new Map<string, FactoryValue | undefined>();
  #common: Fold<Change> | undefined;
  readonly #contents = new WeakMap<SiteFile, Map<string, Content>>();
  readonly #shapes = new KnownShapes((name) => this.knows(name));

  constructor(
    { family, model, firmware }: Device,
    readonly catalogue: Catalogue,
  ) {
    this.family = catalogue.family(family);
    const generation = this.family?.generation;
    this.absentAccess = generation === "SPA" || generation === "8831" ? "factory" : "keep";
    const release = firmware === undefined ? undefined : parseRelease(firmware, catalogue);
    this.knowsUserPref =
      generation === undefined ||
      generation === "PhoneOS" ||
      (generation === "MPP" && (!release || compareReleases(release, firstUserPref) >= 0));
    this.#choice = {
      ...(family !== undefined && { family }),
      ...(model !== undefined && { model }),
      ...(firmware !== undefined && { firmware }),
      certainty: "stated",
      reason: "",
    };
  }

  /** The phone has the parameter; `name` may be preceded by a path. */
  knows(name: string): boolean {
    let answer = this.#known.get(name);
    if (answer === undefined) {
      const found = this.#find(name);
      answer =
        found !== undefined &&
        availability(found.head, found.indexes, this.#choice, this.catalogue).state === "available";
      this.#known.set(name, answer);
    }
    return answer;
  }

  factory(name: string): FactoryValue | undefined {
    if (!this.#factory.has(name)) this.#factory.set(name, this.#factoryOf(name));
    return this.#factory.get(name);
  }

  #factoryOf(name: string): FactoryValue | undefined {
    const found = this.#find(name);
    if (!found) return undefined;
    const { parameter } = found;
    const { firstRule } = this.family?.models.find(({ model }) => model === this.#choice.model) ?? {};
    if (firstRule !== undefined && name === "Profile_Rule") return { value: firstRule, basis: "documented" };
    const value = resolveParameter(found, lastOf(name), this.#choice, this.catalogue).default;
    return value === undefined ? undefined : { value, basis: parameter.defaultBasis ?? "inferred" };
  }

  factoryAccess(name: string): string | undefined {
    return this.#find(name)?.parameter.defaultUa;
  }

  typeOf(name: string): string | undefined {
    return this.#find(name)?.parameter.type;
  }

  #find(name: string) {
    const at = name.lastIndexOf("/");
    return at < 0 ? this.catalogue.find(name) : this.catalogue.find(name.slice(at + 1), name.slice(0, at));
  }

  /** How these phones apply elements; with an origin, for a state that keeps its history. */
  foldsFor(pinned?: ReadonlySet<string>, origin?: Pick<Origin, "rule" | "url" | "round">): Folds<Change> {
    const { absentAccess, knowsUserPref } = this;
    this.#common ??= fold({ absentAccess, knowsUserPref });
    if (!pinned && !origin) return { fold: this.#common };
    const own = fold({ absentAccess, knowsUserPref, ...(pinned && { pinned }), ...(origin && { origin }) });
    return { fold: own, common: this.#common, replaces: !pinned };
  }

  /** What a fetched file is to these phones, with an alias map if the rule names one. */
  read(file: SiteFile, aliases: string | undefined): Content {
    let contents = this.#contents.get(file);
    if (!contents) {
      contents = new Map();
      this.#contents.set(file, contents);
    }
    const key = aliases ?? "";
    let content = contents.get(key);
    if (!content) {
      content = this.#read(file, aliases);
      contents.set(key, content);
    }
    return content;
  }

  #read(file: SiteFile, aliases: string | undefined): Content {
    const found = aliases === undefined ? shapesOf(this.catalogue).find(file.text) : undefined;
    if (found) return { kind: "changes", content: this.#shapes.content(file, found.shape, found.places) };
    const changes = elementsOf(file, this.catalogue);
    if (aliases !== undefined && file.text.trimStart().startsWith("<")) return this.#readForeign(file, aliases);
    if (typeof changes === "string") return { kind: "corrupt", reason: changes };
    return this.#content(changes, file);
  }

  /** Elements that the map names, and a profile of the file's own. */
  #readForeign(file: SiteFile, aliases: string): Content {
    const map = readAliasMap(aliases);
    const own = elementsOf(file, this.catalogue);
    const taken = new Set<number>();
    const changes: Change[] = [];
    let line = 1;
    let at = 0;
    for (const { path, text, start, end } of leavesOf(file.text)) {
      const name = aliasFor(path, map);
      if (name === undefined) continue;
      for (; at < start; at++) if (file.text[at] === "\n") line++;
      taken.add(start);
      const value = text.trim();
      changes.push({
        name,
        kind: value === "" ? "reset" : "set",
        text: value === '""' ? "" : value,
        isUnknown: false,
        access: undefined,
        preserves: false,
        prefersUser: false,
        how: "learned",
        at: { file: file.name, line, start, end },
      });
    }
    if (typeof own !== "string") changes.push(...own.filter((change) => !taken.has(startOf(change))));
    return this.#content(
      changes.sort((a, b) => startOf(a) - startOf(b)),
      file,
    );
  }

  #content(changes: readonly Change[], file: SiteFile): Content {
    const content = applicable(
      changes,
      (name) => this.knows(name),
      () => file.isShared === true,
    );
    return { kind: "changes", content };
  }
}

function startOf({ at }: Change): number {
  return at.start ?? 0;
}

export type Elements = readonly Change[] | "not a profile" | "malformed";

/** Elements by file: they are the same for all phones. */
const elements = new WeakMap<SiteFile, { readonly catalogue: Catalogue; readonly found: Elements }>();

export function elementsOf(file: SiteFile, catalogue: Catalogue): Elements {
  const known = elements.get(file);
  if (known?.catalogue === catalogue) return known.found;
  const plain = readPlainFile(file.text, file.name, catalogue.rootSections);
  if (plain && !file.isShared) shapesOf(catalogue).learn(file.text, plain);
  const found = plain ?? elementsRead(file, catalogue);
  elements.set(file, { catalogue, found });
  return found;
}

const shapes = new WeakMap<Catalogue, FileShapes>();

function shapesOf(catalogue: Catalogue): FileShapes {
  let found = shapes.get(catalogue);
  if (!found) {
    found = new FileShapes();
    shapes.set(catalogue, found);
  }
  return found;
}

/** A profile without an end tag of its own sets nothing. */
export function isEmptyProfile(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^?]*\?>\s*)?(?:<!--(?:(?!--)[\s\S])*-->\s*)*<(flat-profile|device)(?:\s[^<>]*)?\/>\s*(?:<!--(?:(?!--)[\s\S])*-->\s*)*$/.test(
    text,
  );
}

/** The same by the reader, whatever the file. */
export function elementsRead(file: SiteFile, catalogue: Catalogue): Elements {
  const document = format.read(file.text, catalogue);
  if (isEmptyProfile(file.text)) return [];
  if (document.form !== "whole" || document.profiles.length === 0) return "not a profile";
  const isMalformed = document.segments.some(({ problems }) =>
    problems.some(({ code, severity }) => severity === "error" && code.startsWith("xml/")),
  );
  return isMalformed && !document.hasTemplate ? "malformed" : changesIn(document, file.text, file.name);
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** The value in effect; undefined when it is unknown. */
export function valueIn(
  current: SettingState | undefined,
  factory: () => FactoryValue | undefined,
): string | undefined {
  if (current?.isUnknown) return undefined;
  return current?.value ?? factory()?.value;
}
