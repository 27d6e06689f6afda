import { type Segment, Setting, type SettingParts } from "../profile/setting";
import type { MappedText } from "../text/mappedText";
import type { ElementForm, ElementParts } from "./element";
import { type Attribute, attributesAt } from "./tagEnd";
import type { WrittenElement } from "./written";

/** Where a setting is while its segment is read. */
const unfinished: Segment = {
  ...{ text: "", settings: [], problems: [], comments: [], tags: [], templates: [], after: undefined, lookahead: 0 },
};

/**
 * `<X a="b">value</X>`, as nearly all elements are written: its place, and what it shares with others, from which the rest
 * follows.
 */
export class PlainSetting extends Setting implements ElementParts {
  segment = unfinished;

  /** Until its segment is finished `start` counts from the start of the file. */
  constructor(
    readonly written: WrittenElement,
    public start: number,
  ) {
    super();
  }

  finish(segment: Segment, segmentStart: number): void {
    this.segment = segment;
    this.start -= segmentStart;
  }

  get parts(): this {
    return this;
  }

  override get name(): string {
    return this.written.name;
  }

  override get path(): string {
    return this.written.path;
  }

  override get templated(): boolean {
    return false;
  }

  get text(): string {
    return this.written.textIn(this.segment.text, this.start);
  }

  get value(): MappedText {
    return this.written.reading.decode(this.segment.text, this.valueStart, this.valueEnd);
  }

  get isEmpty(): boolean {
    return this.written.reading.isEmpty(this.text);
  }

  get isStatus(): boolean {
    const { written } = this;
    written.isStatus ??= written.reading.isStatus?.(this) ?? false;
    return written.isStatus;
  }

  get form(): ElementForm {
    return this.written.isBlank ? "empty" : "text";
  }

  get end(): number {
    return this.start + this.written.length;
  }

  get nameStart(): number {
    return this.start + 1;
  }

  get nameEnd(): number {
    return this.start + 1 + this.written.name.length;
  }

  get openEnd(): number {
    return this.start + this.written.valueStart;
  }

  get valueStart(): number {
    return this.start + this.written.valueStart;
  }

  get valueEnd(): number {
    return this.start + this.written.valueEnd;
  }

  get endNameStart(): number {
    return this.valueEnd + 2;
  }

  get endNameEnd(): number {
    return this.end - 1;
  }

  get writtenAs(): object {
    return this.written.tagEnd;
  }

  get attributes(): readonly Attribute[] {
    return attributesAt(this.written.tagEnd, this.nameEnd);
  }
}

/** The text of an attribute, without its place. */
export function attributeText(parts: SettingParts, name: string): string | undefined {
  const { attributes } = parts instanceof PlainSetting ? parts.written.tagEnd : (parts as ElementParts);
  return attributes.length === 0 ? undefined : attributes.find((attribute) => attribute.name === name)?.value;
}
