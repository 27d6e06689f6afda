import type { MappedText } from "../text/mappedText";
import type { Span } from "../text/span";
import type { Segment } from "./segment";

/** How an element tells its value. */
export type SettingForm =
  /** `<X>value</X>` */
  | "text"
  /** `<X></X>`, possibly with blanks */
  | "empty"
  /** `<X/>` */
  | "self-closing"
  /** `<X value="…"/>` */
  | "attribute";

export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined for an attribute without `=`. */
  readonly value: string | undefined;
  /** Between the quotes. */
  readonly valueSpan: Span;
  /** The whole attribute. */
  readonly span: Span;
}

/** What a dialect found out about one setting while reading; offsets count from the segment. */
export interface SettingParts {
  readonly name: string;
  readonly path: string;
  readonly form: SettingForm;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Behind the start tag. */
  readonly openEnd: number;
  /** The raw characters that hold the value. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The name in the end tag; -1 when there is none. */
  readonly closeNameStart: number;
  readonly closeNameEnd: number;
  readonly attributes: readonly Attribute[];
  /** The name or value holds a template placeholder: it is not judged. */
  readonly templated: boolean;
}

/** A parameter as it stands in a file. All spans count from the start of its segment. */
export class Setting {
  readonly #decode: (text: string, start: number, end: number) => MappedText;
  #value: MappedText | undefined;

  constructor(
    readonly segment: Segment,
    readonly parts: SettingParts,
    decode: (text: string, start: number, end: number) => MappedText,
  ) {
    this.#decode = decode;
  }

  get name(): string {
    return this.parts.name;
  }

  /** Sections above it, joined by `/`; empty right in the profile. */
  get path(): string {
    return this.parts.path;
  }

  get templated(): boolean {
    return this.parts.templated;
  }

  get span(): Span {
    return { start: this.parts.start, end: this.parts.end };
  }

  get nameSpan(): Span {
    return { start: this.parts.nameStart, end: this.parts.nameEnd };
  }

  get closeNameSpan(): Span | undefined {
    const { closeNameStart, closeNameEnd } = this.parts;
    return closeNameStart < 0 ? undefined : { start: closeNameStart, end: closeNameEnd };
  }

  /** The value as the phone reads it: trimmed, decoded, newlines as blanks. */
  get value(): MappedText {
    this.#value ??= this.#decode(this.segment.text, this.parts.valueStart, this.parts.valueEnd);
    return this.#value;
  }

  get text(): string {
    return this.value.text;
  }

  get valueSpan(): Span {
    return this.value.source;
  }

  /** A line of a dump about the state of the phone, `group="Info/Line_1_Status"`, rather than a setting. */
  get isStatus(): boolean {
    const group = this.parts.attributes.length === 0 ? undefined : this.attribute("group")?.value;
    return group !== undefined && /^\s*info(?:\/|\s*$)/i.test(group);
  }

  attribute(name: string): Attribute | undefined {
    return this.parts.attributes.find((attribute) => attribute.name === name);
  }
}
