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
import { hiddenPlaces } from "../secrets/shownValue";
import type { TextSource } from "../text/piecedText";
import { Recent } from "../text/recent";
import { type Fix, type Problem, type Severity, type Span, shift } from "../text/span";
import type { Analyzer } from "./analyzer";
import { chooseDevice, type StatedDevice, stateDevice, unknownDevice } from "./deviceChoice";
import type { DialectService } from "./dialectService";
import { statesDevice, suppressions } from "./directives";
import { FileEdits } from "./fileEdits";
import type { FileProblem } from "./fileProblem";
import type { Finding } from "./finding";
import { onePerFile } from "./onePerFile";

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

export const defaultSettings: AnalysisSettings = { device: {}, severities: {} };

/** One version of one file with everything that is known of it, worked out when it is first asked for. */
export class Snapshot {
  #device: DeviceChoice | undefined;
  #likelyAnalyzer: Analyzer | undefined;
  #statedAnalyzer: Analyzer | undefined;
  readonly #shown = new Recent<string>();
  #problems: readonly FileProblem[] | undefined;

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
    if (!this.#problems) {
      const { document, statedAnalyzer, bytes, neighbors } = this;
      const isOurs = document.form !== "foreign";
      this.#problems = onePerFile(isOurs ? this.#show(statedAnalyzer.findings(document, bytes, neighbors)) : []);
    }
    return this.#problems;
  }

  #show(findings: Iterable<Finding>): FileProblem[] {
    const { document, settings } = this;
    const problems: FileProblem[] = [];
    const edits = new FileEdits(this.source);
    const suppressed = suppressions(document, this.source);
    for (const finding of findings) {
      const severity = severityOf(finding.problem, settings);
      if (severity === "off") continue;
      const problem = inFile(finding, this, severity, edits);
      if (!suppressed(problem.code, problem.span.start)) problems.push(problem);
    }
    return problems.sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1),
    );
  }

  /**
   * Of a version whose document is the beginning of the text: the problems that `problems` of the whole has too, as far as
   * single settings show them. Undefined where the rest may change them.
   */
  firstProblems(): readonly FileProblem[] | undefined {
    const { document, dialect, statedAnalyzer, text } = this;
    const { segments, starts, settledCount } = document;
    if (document.form !== "whole" || statesDevice(text, document.length)) return undefined;
    if (dialect.secrets.mayHaveRegisters?.(text)) return undefined;
    const end = (starts[settledCount] ?? document.length) - secretReach;
    const isInside = (segment: Segment, i: number) => (starts[i] as number) + segment.text.length < end;
    const findings = segments.filter(isInside).flatMap((segment) => statedAnalyzer.inSegment(segment));
    return this.#show(findings.filter(({ problem }) => !problem.once));
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
      for (const finding of statedAnalyzer.inSegment(segment)) shownWords(finding, this);
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

function severityOf(problem: Problem, settings: AnalysisSettings): Severity | "off" {
  const { severities } = settings;
  if (Object.hasOwn(severities, problem.code)) return severities[problem.code] as Severity | "off";
  return problem.severity;
}

function inFile(finding: Finding, snapshot: Snapshot, severity: Severity, edits: FileEdits): FileProblem {
  const { problem, segment, related } = finding;
  const { document } = snapshot;
  const start = document.startOf(segment);
  const shown = shownWords(finding, snapshot);
  const fileProblem: FileProblem = {
    ...problem,
    severity,
    message: shown.message,
    span: shift(problem.span, start),
    ...(related && {
      related: related.map((r, i) => ({ message: shown.related[i] ?? "", span: document.inFile(r.segment, r.span) })),
    }),
  };
  const { fixes } = problem;
  if (!fixes) return fileProblem;
  let shownFixes: readonly Fix[] | undefined;
  // They are looked at when somebody wants to change the file.
  const get = () => {
    shownFixes ??= fixes.map((fix) => ({
      ...fix,
      title: snapshot.dialect.secrets.shownMessage(fix.title, shown.words),
      edits: fix.edits.map((edit) => edits.inFile(edit, start)),
    }));
    return shownFixes;
  };
  return Object.defineProperty(fileProblem, "fixes", { get, enumerable: true });
}

/** The sentences of a problem without the secrets in `words`. */
interface Shown {
  readonly words: readonly string[];
  readonly message: string;
  readonly related: readonly string[];
}

/** As long as a finding lives, and the secrets near it are the same. */
const shownWordsOf = new WeakMap<Finding, Shown>();

function shownWords(finding: Finding, snapshot: Snapshot): Shown {
  const words = wordsNear(finding, snapshot);
  const known = shownWordsOf.get(finding);
  if (known && isSameList(known.words, words)) return known;
  const { secrets } = snapshot.dialect;
  const { problem, related = [] } = finding;
  const shown: Shown = {
    words,
    message: secrets.shownMessage(problem.message, words),
    related: related.map(({ message }) => secrets.shownMessage(message, words)),
  };
  shownWordsOf.set(finding, shown);
  return shown;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((word, i) => word === b[i]));
}

/** Secrets that a message may repeat: those near the places it is about, and of parameters that are used as such. */
function wordsNear({ segment, problem, related = [] }: Finding, snapshot: Snapshot): readonly string[] {
  const { document, catalogue, dialect } = snapshot;
  const words = dialect.secrets.wordsNear(document, catalogue, [{ segment, span: problem.span }, ...related]);
  const { registerWords } = dialect.secrets.inFile(document, catalogue);
  return registerWords.length === 0 ? words : [...words, ...registerWords];
}
