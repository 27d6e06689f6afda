/** Where a fact of the catalogue comes from; what it is worth in a diagnostic follows from it. */
export type Basis =
  /** printed in a vendor guide */
  | "documented"
  /** written by the device itself, beside the value */
  | "dump-comment"
  /** read from the values that profiles contain */
  | "dump"
  | "inferred";

export type FamilyId = string;

/** How a family came to be listed for a parameter, from strong to weak. */
export type FamilyEvidence = "dump" | "documented" | "documented-label" | "template" | "inferred" | "doubtful";

/** Inclusive. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** One parameter pattern of the catalogue, as in `schemas/`. */
export interface Parameter {
  /** Name with index places in braces: `Thing_{ext}_`. */
  readonly name: string;
  /** Sections above it, joined by `/`; empty for an element directly in the flat-profile. */
  readonly path: string;
  /** Inclusive index range per place. The place `letter` counts A as 1. */
  readonly index?: Readonly<Record<string, readonly [number, number]>>;
  readonly indexByFamily?: Readonly<Record<FamilyId, Readonly<Record<string, readonly [number, number]>>>>;
  /** Place in the web interface. */
  readonly tab: string;
  readonly section: string;
  /** Places of families that have it elsewhere: `Voice > User > LCD`. */
  readonly placeByFamily?: Readonly<Record<FamilyId, string>>;
  /** Type name without its argument, and the argument: `Uns<16>` is `Uns` and 16. */
  readonly type: string;
  readonly typeArgument?: number;
  readonly typeBasis: Basis;
  readonly options?: readonly string[];
  readonly optionsBasis?: Basis;
  readonly optionsByFamily?: Readonly<Record<FamilyId, readonly string[]>>;
  /** The meaning of an option, if the web page shows another word. */
  readonly optionLabels?: Readonly<Record<string, string>>;
  /** Undefined when unknown; `""` is a known empty default. */
  readonly default?: string;
  readonly defaultBasis?: Basis;
  readonly defaultByFamily?: Readonly<Record<FamilyId, string>>;
  /** Per family, for numbered elements whose default differs by number. */
  readonly defaultByIndex?: Readonly<Record<FamilyId, Readonly<Record<string, string>>>>;
  readonly range?: Range;
  readonly rangeBasis?: Basis;
  readonly rangeByFamily?: Readonly<Record<FamilyId, Range>>;
  /** Several ranges, each allowed; replaces `range`. */
  readonly allowedRanges?: readonly Range[];
  readonly unit?: string;
  readonly maxLength?: number;
  /** Limit stated for older devices only. */
  readonly legacyMaxLength?: number;
  /** Empty, without `products`, when it is not known which families have it: it counts as everywhere then. */
  readonly families: Readonly<Record<FamilyId, FamilyEvidence>>;
  /** Older products outside the families that have it. */
  readonly products?: readonly string[];
  /** Firmware release that documented it, in one of the forms of the catalogue: `12.0(2)`. */
  readonly since?: string;
  /** The same for families whose releases are counted apart; it takes the place of `since`. */
  readonly sinceByFamily?: Readonly<Record<FamilyId, string>>;
  /** What code looks for in it, by whatever name a dialect has it: `firmware`, `firmware-rule`. */
  readonly role?: string;
  readonly secret?: boolean;
  readonly readOnly?: boolean;
  /** The usual `ua` attribute. */
  readonly defaultUa?: string;
  readonly maskedInDumps?: boolean;
  /** The same parameter in other spellings. */
  readonly variants?: readonly string[];
  readonly tr069?: string;
  /** One or two sentences in our own words. */
  readonly note: string;
  /** Where it was read when it is not part of the built-in catalogue: file name for messages. */
  readonly origin?: string;
}

/** What decides whether a device has a parameter, and whether its values are shown. */
export interface ParameterHead extends Pick<Parameter, "name" | "families"> {
  readonly indexByFamily?: Parameter["indexByFamily"] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly sinceByFamily?: Parameter["sinceByFamily"] | undefined;
  readonly secret?: boolean | undefined;
}

/** Parameter patterns that have no effect while another one has the value `off`. */
export interface Switch {
  readonly switch: string;
  readonly off: string;
  readonly settings: readonly string[];
}

export interface Model {
  readonly model: string;
  readonly pn?: string;
  readonly psn?: string;
  readonly lineKeys?: number;
  readonly kemUnits?: number;
  readonly kemKeysPerUnit?: number;
  readonly firmwarePrefix?: readonly string[];
  /** Factory value of the first profile rule, where it is another than that of the family. */
  readonly firstRule?: string;
  /** Numbers of the model in the system that makes its files. */
  readonly typeNumbers?: readonly number[];
}

/** Id of a generation; each dialect has its own. */
export type GenerationId = string;

/** Phones whose firmware reads values alike. */
export interface Generation {
  readonly id: GenerationId;
  /** What they do otherwise than the rest; `families.schema.json` explains those that neutral code asks for. */
  readonly traits: readonly string[];
  /** How its releases begin, where they are counted apart from those of others. */
  readonly releasePrefix?: string;
  /** Files with fixed names that its phones ask for, in order. */
  readonly requests?: readonly FileRequest[];
}

/** A file that phones ask for, as `families.schema.json` explains it. */
export interface FileRequest {
  readonly file: string;
  readonly what: "settings" | "firmware" | "trust";
  readonly protocol?: string;
  readonly unless?: string;
  readonly before?: string;
}

/** How releases are written. */
export interface ReleaseForm {
  /** Groups are the numbers, the weightiest first. */
  readonly pattern: string;
  /** What counts where a group is absent; 0 otherwise. */
  readonly missing?: readonly number[];
}

/** Rules for names, as `names.schema.json` explains them. */
export interface NameRules {
  readonly webFields?: {
    readonly exceptions?: readonly { readonly field: string; readonly name: string }[];
    readonly brackets?: readonly { readonly tail: string; readonly label: string }[];
    readonly words?: readonly { readonly name: string; readonly label: string }[];
  };
  readonly webTabs?: {
    readonly numbered?: readonly string[];
    readonly implied?: string;
    readonly otherPlaces?: readonly {
      readonly place: string;
      readonly name: string;
      readonly families: readonly FamilyId[];
    }[];
  };
  readonly secretNames?: readonly string[];
  readonly inventory?: {
    readonly parameters?: readonly string[];
    readonly secrets?: Readonly<Record<string, string>>;
    readonly fields?: Readonly<Record<string, string>>;
    readonly newParameters?: string;
  };
}

export interface Family {
  readonly id: FamilyId;
  /** Short, for lists: `8800 Series`. */
  readonly name: string;
  readonly label: string;
  readonly generation: GenerationId;
  readonly firmware: readonly string[];
  readonly extensions?: readonly [number, number];
  readonly models: readonly Model[];
  readonly firmwarePrefix?: readonly string[];
  /** How the names of its firmware files end: `.loads`. */
  readonly firmwareFiles?: readonly string[];
  /** What an invented phone runs; `{load}` becomes the firmware prefix of the model. */
  readonly sample?: { readonly firmware: string; readonly hardware?: string };
}

/** A firmware load of a product that reads no flat profile. */
export interface OtherLoad {
  readonly prefix: string;
  /** As people write them. */
  readonly models: string;
}

/** How phones pass firmware on to each other, as `sharing.schema.json` explains it. */
export interface Sharing {
  readonly port: number;
  readonly maxChildren: number;
  readonly electionSeconds: number;
  readonly models: readonly SharingModels[];
  readonly levels?: readonly SharingLevel[];
  readonly notes: readonly SharingNote[];
}

interface SharingModels {
  readonly models: readonly string[];
  readonly shares: boolean;
  readonly since?: string;
  readonly off?: boolean;
  readonly firmware?: string;
}

export interface SharingLevel {
  readonly label: string;
  readonly column: string;
}

export interface SharingNote {
  readonly id: string;
  readonly models?: readonly string[];
  readonly text: string;
}

/** The phone that a file is checked for. */
export interface DeviceChoice {
  /** Undefined: unknown, the union of all families is used. */
  readonly family?: FamilyId | undefined;
  readonly model?: string;
  readonly firmware?: string;
  /** `stated` by a person (setting, directive, device); `guessed` from the file; `unknown`. */
  readonly certainty: "stated" | "guessed" | "unknown";
  /** Why, in a few words, for the status item. */
  readonly reason: string;
}

/**
 * What the catalogue says of one element for the chosen phone: the per-family
 * differences are resolved, for an unknown phone to their union.
 */
export interface EffectiveParameter {
  /** The name as written, with its numbers. */
  readonly name: string;
  /** Values of the index places of the pattern, in order: `[1]`. */
  readonly indexes: readonly number[];
  readonly parameter: Parameter;
  readonly argument: number | undefined;
  /** Empty when the parameter has no closed list. */
  readonly options: readonly string[];
  readonly default: string | undefined;
  /** Empty when no limit is known; a number is legal when it lies in one of them. */
  readonly ranges: readonly Range[];
  readonly device: DeviceChoice;
  /** Of the chosen family; undefined when unknown. */
  readonly generation: GenerationId | undefined;
  /** Of the generation; undefined when it is unknown. */
  readonly traits: ReadonlySet<string> | undefined;
}
