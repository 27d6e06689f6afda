import type {
  Check,
  CheckContext,
  CheckOptions,
  ProfileCheckContext,
  Report,
  SettingCheckContext,
  SettingFacts,
} from "../checks/check";
import { policyChecks } from "../checks/policy/policyChecks";
import type { Dialect } from "../dialects/dialect";
import type { ByteFacts } from "../profile/byteFacts";
import type { Neighbors } from "../profile/neighbors";
import { Profile } from "../profile/profile";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { resolveParameter } from "../schema/effectiveParameter";
import type { DeviceChoice, EffectiveParameter } from "../schema/model";
import type { Fix, Problem } from "../text/span";
import { findTypography } from "../values/typography";
import type { ValueType } from "../values/valueType";
import { Finding, findingOf } from "./finding";
import { KnownNames } from "./knownNames";
import { isListedBeside } from "./listedBeside";
import type { Alike, NameFacts } from "./nameFacts";
import { ProfileAnswers } from "./profileAnswers";
import { SegmentAnswers } from "./segmentAnswers";
import { interestsOf, type Lists, Selections } from "./selections";
import { SharedLists } from "./sharedLists";

/** Called when a check fails; never receives values. */
export type FaultLog = (where: string, error: unknown) => void;

/** What analyzers found in segments. */
const foundIn = new SegmentAnswers<readonly Finding[]>();

/** What analyzers of one dialect share. */
interface AnalyzerSource {
  readonly dialect: Dialect;
  readonly catalogue: Catalogue;
  readonly log: FaultLog;
  /** The present year; undefined: dates are left out. */
  readonly year?: number | undefined;
}

const noFindings: readonly Finding[] = [];

/**
 * Applies the value types and checks of a dialect to what was read. What was found in a segment or
 * profile is remembered for as long as that object lives, so an edit costs what it touched.
 */
export class Analyzer {
  readonly #names = new KnownNames((setting) => this.#learn(setting));
  readonly #checksOfNames = new SharedLists<Check>();
  readonly #types: ReadonlyMap<string, ValueType>;
  readonly #checks: readonly Check[];
  readonly #settingChecks: readonly Check[];
  readonly #documentChecks: readonly Check[];
  readonly #selections: Selections;
  readonly #profiles = new WeakMap<Profile, readonly Finding[]>();
  readonly #answers: ProfileAnswers;
  readonly #context: CheckContext;
  readonly #settingContext: SettingCheckContext;
  readonly #profileContext: ProfileCheckContext;
  #asked: Asked | undefined;
  #askedOfProfile: AskedOfProfile | undefined;

  readonly dialect: Dialect;
  readonly catalogue: Catalogue;
  readonly log: FaultLog;

  constructor(
    { dialect, catalogue, log, year }: AnalyzerSource,
    readonly options: CheckOptions,
  ) {
    this.dialect = dialect;
    this.catalogue = catalogue;
    this.log = log;
    this.#selections = new Selections(this.#names, interestsOf(dialect.checks));
    const { policies, device } = options;
    const own = dialect.checks.filter((check) => !check.optIn || options.optIn.includes(check.code));
    this.#checks = policies ? [...own, ...policyChecks(policies, dialect, catalogue, device)] : own;
    this.#types = new Map(dialect.valueTypes.map((type) => [type.id, type]));
    this.#settingChecks = this.#checks.filter((check) => check.setting);
    this.#documentChecks = this.#checks.filter((check) => check.document);
    const profileChecks = this.#checks.filter((check) => check.profile);
    this.#answers = new ProfileAnswers(profileChecks, this.#selections, (check, profile, select) =>
      this.#askProfile(check, profile, select),
    );
    const { write, replaces } = dialect;
    this.#context = { ...options, catalogue, year, write, replaces, facts: (setting) => this.facts(setting) };
    this.#settingContext = { ...this.#context, report: (problem) => this.#report(problem) };
    this.#profileContext = {
      ...this.#context,
      report: (at, problem) => this.#reportAt(at, problem),
      select: (profile, interest) => this.#askedOfProfile?.select(profile, interest) ?? [],
    };
    const { interests } = this.#selections;
    if (!interests.areLearned) this.#learnInterests(profileChecks);
    interests.areLearned = true;
  }

  /** Of a profile without settings checks ask for nearly all that they are interested in. */
  #learnInterests(checks: readonly Check[]): void {
    const empty = new Profile([], () => undefined);
    const select: ProfileCheckContext["select"] = (_, interest) => {
      this.#selections.interests.placeOf(interest);
      return [];
    };
    for (const check of checks) this.#askProfile(check, empty, select);
  }

  get device(): DeviceChoice {
    return this.options.device;
  }

  facts(setting: Setting): NameFacts {
    return this.#names.of(setting);
  }

  #learn(setting: Setting): Pick<NameFacts, "effective" | "type" | "checks"> {
    const { name, path } = setting;
    const found = this.catalogue.find(name, path);
    const effective = found && resolveParameter(found, name, this.device, this.catalogue);
    const type = effective && this.#types.get(effective.parameter.type);
    const meaning = { effective, type };
    const checks = this.#checksOfNames.select(
      this.#settingChecks,
      ({ forName }) => !forName || forName(setting, meaning),
    );
    return { effective, type, checks };
  }

  /** What is wrong in the file beside what each segment shows alone, in lists, in no particular order. */
  acrossSegments(document: ProfileDocument, bytes?: ByteFacts, neighbors?: Neighbors): readonly (readonly Finding[])[] {
    const isFragment = document.form === "part";
    const ofProfiles = document.profiles.map((profile) => this.inProfile(profile, isFragment));
    return [...ofProfiles, this.inDocument(document, bytes, neighbors)];
  }

  inSegment(segment: Segment): readonly Finding[] {
    let findings = foundIn.get(segment, this);
    if (!findings) {
      findings = this.#checkSegment(segment);
      foundIn.set(segment, this, findings);
    }
    return findings;
  }

  inProfile(profile: Profile, isFragment: boolean): readonly Finding[] {
    // Whatever a check finds, it reports at a setting.
    if (profile.isEmpty) return noFindings;
    let findings = this.#profiles.get(profile);
    if (!findings) {
      findings = this.#answers.of(profile, isFragment);
      this.#profiles.set(profile, findings);
    }
    return findings;
  }

  #askProfile(check: Check, profile: Profile, select: ProfileCheckContext["select"]): readonly Finding[] {
    const found: Finding[] = [];
    this.#askedOfProfile = { check, found, select };
    try {
      check.profile?.(profile, this.#profileContext);
    } catch (error) {
      this.log(check.code, error);
    }
    this.#askedOfProfile = undefined;
    return found;
  }

  inDocument(document: ProfileDocument, bytes: ByteFacts | undefined, neighbors?: Neighbors): readonly Finding[] {
    const found: Finding[] = [];
    let current: Check | undefined;
    const report = (segment: Segment, problem: Report) => {
      if (current) found.push(findingOf(current, segment, undefined, problem));
    };
    const context = { ...this.#context, bytes, neighbors, report };
    for (const check of this.#documentChecks) {
      current = check;
      try {
        check.document?.(document, context);
      } catch (error) {
        this.log(check.code, error);
      }
    }
    return found;
  }

  #reportAt(at: Setting, problem: Report): void {
    const { found, check } = this.#askedOfProfile ?? {};
    if (check) found?.push(findingOf(check, at.segment, at, problem));
  }

  /** What a check says of the setting that it is asked about. */
  #report(problem: Report): void {
    const { found, setting, check } = this.#asked ?? {};
    if (setting && check) found?.push(findingOf(check, setting.segment, setting, problem));
  }

  #checkSegment(segment: Segment): readonly Finding[] {
    const found: Finding[] = segment.problems.map((problem) => new Finding(segment, problem));
    let judged: Judged | undefined;
    const asked: Asked = { found, setting: undefined, check: undefined };
    this.#asked = asked;
    let selected: Lists | undefined = this.#selections.start();
    const isKnown = (facts: NameFacts, alike: Alike) => alike.isQuiet && this.#selections.isOfNone(facts, alike);
    this.#names.each(segment, isKnown, (setting, facts, alike) => {
      asked.setting = setting;
      if (selected) selected = this.#noted(selected, setting, facts, alike);
      if (alike?.isQuiet) return;
      const before = found.length;
      let isSound = this.#askChecks(setting, facts, asked);
      if (facts.type && !setting.templated && !setting.isEmpty) {
        // Files with very many settings repeat a value.
        if (!judged || judged.effective !== facts.effective || judged.text !== setting.text)
          judged = this.#judge(setting.text, facts);
        for (const problem of this.#valueProblems(setting, judged)) found.push(new Finding(segment, problem));
        isSound &&= judged.problems.length === 0 && judged.isSound;
      }
      if (alike && isSound && found.length === before) alike.isQuiet = true;
    });
    if (selected) this.#selections.keep(segment, selected);
    // A setting keeps the text of its file.
    this.#asked = undefined;
    return found;
  }

  /** Asks the checks of single settings; false when one of them failed. */
  #askChecks(setting: Setting, facts: NameFacts, asked: Asked): boolean {
    const { checks } = facts;
    let isSound = true;
    for (let next = 0; next < checks.length; next++) {
      try {
        for (; next < checks.length; next++) {
          const check = checks[next] as Check;
          asked.check = check;
          check.setting?.(setting, facts, this.#settingContext);
        }
      } catch (error) {
        this.log(asked.check?.code ?? "", error);
        isSound = false;
      }
    }
    return isSound;
  }

  /** A check whose interest fails finds that out, and is reported, when it asks for its settings. */
  #noted(lists: Lists, setting: Setting, facts: NameFacts, alike: Alike | undefined): Lists | undefined {
    try {
      return this.#selections.note(lists, setting, facts, alike);
    } catch {
      return undefined;
    }
  }

  #judge(text: string, { effective, type }: SettingFacts): Judged {
    // Typographic characters are reported as what they are; the grammar would only stumble over them.
    if (!effective || !type || findTypography(text).length > 0) return { effective, text, problems: [], isSound: true };
    try {
      return { effective, text, problems: type.check(text, effective), isSound: true };
    } catch (error) {
      this.log(type.id, error);
      return { effective, text, problems: [], isSound: false };
    }
  }

  /** What the value's type says of it, in the coordinates of the segment. */
  #valueProblems(setting: Setting, { problems }: Judged): readonly Problem[] {
    if (problems.length === 0 || isListedBeside(setting, this.dialect)) return [];
    return problems.map((problem) => this.#inSegment(problem, setting));
  }

  #inSegment(problem: Problem, setting: Setting): Problem {
    const { value } = setting;
    const fixes = problem.fixes?.map(
      (fix): Fix => ({
        ...fix,
        edits: fix.edits.map((edit) => ({
          span: value.toSource(edit.span),
          text: this.dialect.write.encode(edit.text, setting),
        })),
      }),
    );
    const span = value.toSource(problem.span);
    return fixes ? { ...problem, span, fixes } : { ...problem, span };
  }
}

/** Which check is asked about a profile. */
interface AskedOfProfile {
  readonly check: Check;
  readonly found: Finding[];
  readonly select: ProfileCheckContext["select"];
}

/** Which check is asked about which setting. */
interface Asked {
  readonly found: Finding[];
  setting: Setting | undefined;
  check: Check | undefined;
}

/** What the type of a value says of it, in the coordinates of the value. */
interface Judged {
  readonly effective: EffectiveParameter | undefined;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** The type did not fail. */
  readonly isSound: boolean;
}
