import type { Check, CodePage, SettingFacts } from "../checks/check";
import type { Conversion } from "../conversion/concepts";
import type { DhcpOption } from "../conversion/dhcpOption";
import type { Gate } from "../deployment/gate/gateReport";
import type { Phone } from "../deployment/phone";
import type { Updates } from "../deployment/updates";
import type { KeyMaps } from "../preview/keyMap";
import type { Preview } from "../preview/preview";
import type { RuleKeys } from "../preview/ruleKeys";
import type { Scripts } from "../preview/scripts";
import type { CursorContext } from "../profile/cursorContext";
import type { LayoutStyle } from "../profile/layoutStyle";
import type { NamedPlaces } from "../profile/namedPlace";
import type { ProfileDocument } from "../profile/profileDocument";
import type { ReadFiles } from "../profile/readFiles";
import type { Setting } from "../profile/setting";
import type { Tables } from "../profile/tables";
import type { Writer } from "../profile/writer";
import type { Catalogue } from "../schema/catalogue";
import type { DumpFact } from "../schema/learn";
import type { FamilyId } from "../schema/model";
import type { Secrets } from "../secrets/secrets";
import type { TextSource } from "../text/piecedText";
import type { Edit, Fix, Span } from "../text/span";
import type { TextChange } from "../text/textChange";
import type { ValueType } from "../values/valueType";
import type { DialectFiles } from "./dialectFiles";

/** One vendor format. Everything a vendor needs is reached from here; no feature asks which format it has. */
export interface Dialect {
  /** Folder name, `schemas/` sub-folder and catalogue id: one spelling. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  readonly files: DialectFiles;
  /** Upper and lower case do not matter in names; its reader gives settings the spelling of the catalogue. */
  readonly ignoresCase?: boolean;
  readonly valueTypes: readonly ValueType[];
  readonly checks: readonly Check[];
  /** Pages of the codes that reading and the value types report. */
  readonly pages: readonly CodePage[];
  /** Headings of the manual by the area of the codes, `area/code`, in its order. */
  readonly areas: Readonly<Record<string, string>>;
  /** What its files are called in code blocks of Markdown. */
  readonly markdownLanguage: string;
  readonly write: Writer;
  /** Reads a file; after an edit, `previous` and the change spare reading what did not change. Never throws. */
  read(text: TextSource, catalogue: Catalogue, previous?: ProfileDocument, change?: TextChange): ProfileDocument;
  /** Reads a file of many, of which `files` are those that were read with this catalogue before. */
  readAmong?(text: string, catalogue: Catalogue, files: ReadFiles): ProfileDocument;
  /** A whole file of these elements. */
  file(elements: readonly string[]): string;
  /** A comment as this format writes it. */
  comment(text: string): string;
  /** Whether a setting that takes effect leaves another of the same name without one. */
  replaces(effective: Setting, other: Setting): boolean;
  /** Two settings that read alike are also written alike. */
  isSameForm(a: Setting, b: Setting): boolean;
  /** Stretches of a setting, beside its names and value, that a person selects step by step; they count from its segment. */
  innerSpans(setting: Setting): readonly Span[];
  /** The part of a setting's syntax at a place of its segment, with its meaning as Markdown. */
  syntaxAt?(setting: Setting, inside: number): { readonly span: Span; readonly page: string | undefined } | undefined;
  /** Where files have what must never be shown, in sound and in broken text. */
  readonly secrets: Secrets;
  /** What can be typed at `offset`. */
  contextAt(document: ProfileDocument, text: string, offset: number, catalogue: Catalogue): CursorContext;
  /**
   * Edits that lay out what is near `range`: blanks between and inside tags only, in order, none
   * overlapping. Where the file is faulty only what is certain.
   */
  layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): readonly Edit[];
  /** The area of codes, `area/code`, that report a malformed file; they cannot be suppressed. */
  readonly syntaxArea: string;
  /** Whether a setting may have this name. */
  isName(text: string): boolean;
  /** Characters after which a client asks for completions, and after which it asks for the layout of a line. */
  readonly triggerCharacters: {
    readonly completion: readonly string[];
    /** Between words of a name that is looked for, and nowhere else. */
    readonly nameWords?: readonly string[];
    readonly layout: readonly string[];
  };
  /** Other settings that the value names, in order. */
  references(setting: Setting, facts: SettingFacts): readonly Reference[];
  /** The families of the devices that reach a place; undefined if all can. Absent: all devices read the whole file. */
  familiesAt?(document: ProfileDocument, catalogue: Catalogue, offset: number): readonly FamilyId[] | undefined;
  /** Other ways to write what is at `offset`, beside those of types of values. Spans count from the start of the file. */
  rewrites?(document: ProfileDocument, text: string, offset: number, catalogue: Catalogue): readonly Fix[];
  /** Labels, variables and files that have names; absent where only settings have. */
  readonly places?: NamedPlaces;
  /** What is said of a file follows from its text and its name: the other files of its folder are not read. */
  readonly isAlone?: boolean;
  /** Ids of the value types whose meaning is shown in a line above the setting: whole programs. */
  readonly codeLensTypes: readonly string[];
  /** Where a file has the keys of the encrypted files it makes phones fetch; absent where none are encrypted. */
  ruleKeys?(document: ProfileDocument): RuleKeys;
  /** Tones and dial plans; absent where no value is one. */
  readonly scripts?: Scripts;
  /** Tables whose columns are named once; absent where no setting has its name elsewhere. */
  readonly tables?: Tables;
  /** What phones do with a file; absent: no preview is offered. */
  readonly preview?: Preview;
  /** The programmable keys of its devices; absent where files do not set any. */
  readonly keyMaps?: KeyMaps;
  /** What devices ask for and what they make of the answers; absent where that is not known. */
  phone?(catalogue: Catalogue): Phone;
  /** What its devices look at before they take new software; absent where that is not known. */
  readonly gate?: Gate;
  /** What its devices fetch by themselves as a file says; absent where files say nothing of that. */
  readonly updates?: Updates;
  /** How its settings become those of another dialect; absent where that is not known. */
  readonly conversion?: Conversion;
  /** Options of DHCP that have settings in them. */
  readonly dhcpOptions?: readonly DhcpOption[];
  /** The choices that a device lists in a comment beside a setting with this value; absent where no device does. */
  optionsIn?(comment: string, value: string): readonly string[] | undefined;
  /** What a text is that is not of this dialect; absent where nothing is mistaken for it. */
  otherText?(text: string): OtherText;
  /** What a device's own dump says of its parameters; absent where no device prints one. */
  dumpFacts?(document: ProfileDocument): DumpFact[];
}

export interface OtherText {
  /** Follow "This is". */
  readonly words: string;
  /** The text was recognized as something, not only as nothing of this dialect. */
  readonly isRecognized: boolean;
}

/** A place in a value that names another setting: a macro, the target of an assignment, a number. */
export interface Reference {
  /** Counts from the start of the value. */
  readonly span: Span;
  /** The element that is meant. */
  readonly name: string;
  /** The value is changed here rather than read. */
  readonly writes: boolean;
}
