import type { CheckOptions, SettingFacts } from "../checks/check";
import type { Policies } from "../checks/policy/policy";
import type { Dialect } from "../dialects/dialect";
import type { ByteFacts } from "../profile/byteFacts";
import type { Neighbors } from "../profile/neighbors";
import type { Profile } from "../profile/profile";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { Manual } from "../schema/manual";
import type { DeviceChoice } from "../schema/model";
import { covered, hidden } from "../secrets/mask";
import { reach as secretReach } from "../secrets/nearWords";
import type { Secrets } from "../secrets/secrets";
import { hiddenPlaces } from "../secrets/shownValue";
import type { TextSource } from "../text/piecedText";
import { Recent } from "../text/recent";
import type { Fix, Severity, Span } from "../text/span";
import type { Analyzer } from "./analyzer";
import { chooseDevice, type StatedDevice, stateDevice, unknownDevice } from "./deviceChoice";
import type { DialectService } from "./dialectService";
import { statesDevice, suppressions } from "./directives";
import { FileEdits } from "./fileEdits";
import type { FileProblem } from "./fileProblem";
import type { Finding } from "./finding";
import { onePerFile, spokenFor, spokesman } from "./onePerFile";
import { inOrder, type PlacedProblem, Placing } from "./placedProblems";
import type { ShownProblem } from "./shownProblem";

/** What a person configured; plain data, handed in with every request. */
export interface AnalysisSettings {
  readonly device: StatedDevice;
  /** Severity by code; `off` silences it. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** A country, a list of numbers, `auto` (also when absent) or `off`. */
  readonly emergencyNumbers?: string;
  /** What the site asks of the file. */
  readonly policies?: Policies | undefined;
}

const none: readonly Finding[] = [];

export const defaultSettings: AnalysisSettings = { device: {}, severities: {} };

/** One version of one file with everything that is known of it, worked out when it is first asked for. */
export class Snapshot {
  #device: DeviceChoice | undefined;
  #likelyAnalyzer: Analyzer | undefined;
  #statedAnalyzer: Analyzer | undefined;
  readonly #shown = new Recent<string>();
  #all: readonly PlacedProblem[] | undefined;
  #problems: readonly FileProblem[] | undefined;
  #shownProblems: readonly ShownProblem[] | undefined;
  #placingOf: Placing | undefined;

  constructor(
    readonly source: TextSource,
    readonly document: ProfileDocument,
    readonly service: DialectService,
    readonly settings: AnalysisSettings,
    readonly bytes?: ByteFacts,
    readonly neighbors?: Neighbors,
  ) {}

  /** The whole text in one string; of a large file that was edited it is put together first. */
  get text(): string {
    return this.source.toString();
  }

  get dialect(): Dialect {
    return this.service.dialect;
  }

  get catalogue(): Catalogue {
    return this.service.catalogue;
  }

  get manual(): Manual {
    return this.service.manual;
  }

  /** The phone the file is for, stated or guessed: for words and completions. */
  get device(): DeviceChoice {
    this.#device ??= chooseDevice(this.document, this.catalogue, this.settings.device);
    return this.#device;
  }

  /** For words and completions: knows the guessed phone. */
  get likelyAnalyzer(): Analyzer {
    this.#likelyAnalyzer ??= this.service.analyzer({ device: this.device, emergencyNumbers: "auto", optIn: [] });
    return this.#likelyAnalyzer;
  }

  /** For checks: a guessed phone counts as unknown. */
  get statedAnalyzer(): Analyzer {
    this.#statedAnalyzer ??= this.service.analyzer(this.#checkOptions());
    return this.#statedAnalyzer;
  }

  #checkOptions(): CheckOptions {
    const { severities, emergencyNumbers = "auto", policies } = this.settings;
    const codes = Object.keys(severities).filter((code) => severities[code] !== "off");
    const device = stateDevice(this.document, this.catalogue, this.settings.device) ?? unknownDevice;
    return { device, emergencyNumbers, optIn: this.service.optIn(codes), policies };
  }

  /** All problems, in file order, with settings and suppressions applied. */
  problems(): readonly FileProblem[] {
    this.#problems ??= onePerFile(this.#inFile(this.#placed()), spokesman);
    return this.#problems;
  }

  /** The same as they are reported, without fixes: what an edit leaves as it is costs nearly nothing. */
  shown(): readonly ShownProblem[] {
    this.#shownProblems ??= onePerFile<PlacedProblem, ShownProblem>(this.#placed(), spokenFor);
    return this.#shownProblems;
  }

  #placed(): readonly PlacedProblem[] {
    if (!this.#all) {
      const { document, statedAnalyzer, bytes, neighbors } = this;
      if (document.form === "foreign") this.#all = [];
      else
        this.#all = this.#place(
          () => true,
          () => statedAnalyzer.acrossSegments(document, bytes, neighbors),
        );
    }
    return this.#all;
  }

  /** What is found in the segments with these indexes, which are walked through first, and these lists. */
  #place(isAsked: (index: number) => boolean, others: () => readonly (readonly Finding[])[]): readonly PlacedProblem[] {
    const { document, statedAnalyzer } = this;
    const { segments } = document;
    const placed: PlacedProblem[] = [];
    const suppressed = suppressions(document, this.source);
    const add = (list: readonly PlacedProblem[]) => {
      for (const each of list) if (!suppressed?.(each.code, each.start)) placed.push(each);
    };
    for (let i = 0; i < segments.length; i++) {
      const found = isAsked(i) ? statedAnalyzer.inSegment(segments[i] as Segment) : none;
      if (found.length > 0) add(this.#placing.inSegment(i, found));
    }
    for (const found of others()) if (found.length > 0) add(this.#placing.all(found));
    return inOrder(placed);
  }

  get #placing(): Placing {
    if (!this.#placingOf) {
      const { document, catalogue, dialect, settings } = this;
      const { secrets } = dialect;
      const { registerWords } = secrets.inFile(document, catalogue);
      this.#placingOf = new Placing(document, settings.severities, { document, catalogue, secrets, registerWords });
    }
    return this.#placingOf;
  }

  #inFile(placed: readonly PlacedProblem[]): readonly FileProblem[] {
    const edits = new FileEdits(this.source);
    return placed.map((each) => inFile(each, edits, this.dialect.secrets));
  }

  /**
   * Of a version whose document is the beginning of the text: the problems that `problems` of the whole has too, as far as
   * single settings show them. Undefined where the rest may change them.
   */
  firstProblems(): readonly FileProblem[] | undefined {
    const { document, dialect, text } = this;
    const { segments, starts, settledCount } = document;
    if (document.form !== "whole" || statesDevice(text, document.length)) return undefined;
    if (dialect.secrets.mayHaveRegisters?.(text)) return undefined;
    const end = (starts[settledCount] ?? document.length) - secretReach;
    const isInside = (i: number) => (starts[i] as number) + (segments[i] as Segment).text.length < end;
    return this.#inFile(this.#place(isInside, () => []).filter(({ once }) => !once));
  }

  /** Works out in steps what `problems` needs, which then takes little more than to put it together. */
  *judge(): Generator<void> {
    const { document, statedAnalyzer, dialect, catalogue } = this;
    if (document.form === "foreign") return;
    for (const segment of document.segments) {
      statedAnalyzer.inSegment(segment);
      // The rules of the file and the secrets near a problem are found when they are first asked for.
      void dialect.secrets.inSegment(segment, catalogue).rules;
      yield;
    }
    for (const profile of document.profiles) {
      statedAnalyzer.inProfile(profile, document.form === "part");
      yield;
    }
    for (const segment of document.segments) {
      for (const finding of statedAnalyzer.inSegment(segment)) this.#placing.words(finding);
      yield;
    }
  }

  /** The setting at a place of the file. */
  at(offset: number): Located | undefined {
    const found = this.document.settingAt(offset);
    return found && { setting: found.setting, start: found.start, facts: this.likelyAnalyzer.facts(found.setting) };
  }

  /** Parameters that rules of the file give as a key or password: `--key $A`. */
  get secretRegisters(): ReadonlySet<string> {
    return this.dialect.secrets.inFile(this.document, this.catalogue).registers;
  }

  /** Its value is used as a secret elsewhere in the file. */
  isRegister({ name, path }: Setting): boolean {
    return path === "" && this.secretRegisters.has(name);
  }

  /** The whole value is a secret. */
  isSecret(setting: Setting): boolean {
    return this.dialect.secrets.isSecret(setting, this.catalogue) || this.isRegister(setting);
  }

  /** The value, fit to be shown; as many dots as `dots` says for each secret in it. */
  shownText(setting: Setting, dots?: (length: number) => string): string {
    const { text } = setting;
    if (text !== "" && this.isSecret(setting)) return (dots ?? (() => hidden))(text.length);
    const others = hiddenPlaces(setting, this.dialect.secrets, this.catalogue, this.secretRegisters);
    if (others.length > 0) return covered(text, { start: 0, end: text.length }, others, dots);
    if (dots) return this.dialect.secrets.shown(text, this.secretRegisters, dots);
    return this.#shown.get(text, () => this.dialect.secrets.shown(text, this.secretRegisters));
  }

  profileAt(offset: number): Profile | undefined {
    return this.document.profileAt(offset);
  }

  /** A span of a setting's segment as a span of the file. */
  spanOf(setting: Setting, span: Span): Span {
    return this.document.inFile(setting.segment, span);
  }
}

/** A setting, where its segment starts in the file, and what the catalogue knows of it. */
export interface Located {
  readonly setting: Setting;
  readonly start: number;
  readonly facts: SettingFacts;
}

/** Makes the fixes of a problem when they are asked for. */
const makeFixes = Symbol("makeFixes");

/** The same for all problems: objects with functions of their own take long to make and to read. */
const lazyFixes = {
  get(this: FileProblem & { readonly [makeFixes]?: () => readonly Fix[] }) {
    return this[makeFixes]?.();
  },
  enumerable: true,
};

function inFile(placed: PlacedProblem, edits: FileEdits, secrets: Secrets): FileProblem {
  const { problem, from, words, related } = placed;
  const { code, once, unnecessary, fixes } = problem;
  const fileProblem: FileProblem = {
    code,
    severity: words.severity,
    message: words.message,
    span: placed.span,
    ...(once !== undefined && { once }),
    ...(unnecessary !== undefined && { unnecessary }),
    ...(related && { related }),
  };
  if (!fixes) return fileProblem;
  let shownFixes: readonly Fix[] | undefined;
  // They are looked at when somebody wants to change the file.
  const make = () => {
    shownFixes ??= fixes.map((fix) => ({
      ...fix,
      title: secrets.shownMessage(fix.title, words.secrets),
      edits: fix.edits.map((edit) => edits.inFile(edit, from)),
    }));
    return shownFixes;
  };
  Object.defineProperty(fileProblem, makeFixes, { value: make });
  return Object.defineProperty(fileProblem, "fixes", lazyFixes);
}
