import type { InEffect } from "../profile/profile";
import type { ValueReading } from "../profile/setting";
import type { Problem } from "../text/span";
import type { Attribute } from "./tagEnd";

/**
 * An XML format: what its files are made of, and what is certain enough to go on at after a fault. The reader, the
 * cursor, the layout and the writer know nothing else of a vendor.
 */
export interface XmlPolicy {
  /** Elements that devices take settings from. The first one is written around a new file. */
  readonly roots: readonly XmlRoot[];
  /** Attributes of elements; the usual one first. */
  readonly attributes: readonly XmlAttribute[];
  /** An attribute that is the value of an element without text: `<X value="80"/>`. */
  readonly valueAttribute?: string;
  /** Elements of one name have the name of their setting in an attribute: `<Item name="x">80</Item>`. */
  readonly named?: NamedElement;
  /** Written on a new element where the first ones of the file carry the attribute. */
  readonly usualAttribute?: { readonly name: string; readonly value: string };
  /** Elements around a setting that may be sections; deeper every element is a setting. 0 where sections do not exist. */
  readonly maxDepth: number;
  readonly reading: ValueReading;
  /** What looks like a placeholder of a template and is a wrongly written macro of the format. */
  readonly ownMacros?: RegExp;
  /** Which of several settings with one name takes effect. */
  readonly inEffect: InEffect;
  /** Whether a known name is enough to recognize the format: other files have elements such as `<User>` too. */
  isDistinctive(name: string): boolean;
  /** What a section adds to the path of its settings; empty for nothing. Without it, its name. */
  step?(name: string, attributes: readonly Attribute[]): string;
  /** A problem of the reader as the format reports it; undefined for none. Without it, every problem as it is. */
  report?(problem: Problem): Problem | undefined;
}

export interface NamedElement {
  readonly element: string;
  readonly attribute: string;
  /** An attribute with the number of the setting; it belongs to the name: `<Item name="x" index="2">` is `x[2]`. */
  readonly index?: string;
  /** Other elements, which are settings of their own name: `<Action>Restart</Action>`. */
  readonly plain?: readonly string[];
}

export interface XmlRoot {
  readonly name: string;
  /** Letters that may be wrong in a name that was meant for this one; 0 when left out. */
  readonly maxSlips?: number;
  /** Inside another root it is a section. */
  readonly isSection?: boolean;
}

export interface XmlAttribute {
  readonly name: string;
  /** What it means, as Markdown. */
  page(): string;
  /** What is offered while a person types; absent for an attribute that only devices write. */
  readonly offer?: { readonly values: readonly string[]; detail(): string };
}

/** The names of a catalogue, so far as the reader needs them to find its way. */
export interface KnownNames {
  /** An element of this name, in the sections `path`, has a value. */
  has(name: string, path?: string): boolean;
  /** An element of this name, whose settings have that path, contains elements. */
  hasSection(path: string, name: string): boolean;
}
