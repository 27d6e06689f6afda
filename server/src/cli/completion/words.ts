import type { Argument, Command, Option } from "commander";

/** What follows an option or verb on the command line. */
export type Value =
  | { readonly kind: "none" }
  | { readonly kind: "files" }
  /** Any text, with or without words to choose from. */
  | { readonly kind: "words"; readonly words: readonly string[] };

export interface OptionWords {
  /** `-o`, `--output`. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly value: Value;
}

export interface VerbWords {
  readonly name: string;
  readonly text: string;
  readonly options: readonly OptionWords[];
  readonly argument: Value;
}

/** Everything that can be typed after `flat-profile`. */
export interface Words {
  readonly options: readonly OptionWords[];
  readonly verbs: readonly VerbWords[];
}

/** Words that are known only at run time, by the name of an option or argument: `family`, `code`. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

const help: OptionWords = { flags: ["-h", "--help"], text: "display help for command", value: { kind: "none" } };

/** Reads the verbs and options of a program. */
export function wordsOf(program: Command, known: KnownWords): Words {
  return {
    options: [...program.options.filter(isShown).map((option) => optionWords(option, known)), help],
    verbs: program.commands.map((verb) => ({
      name: verb.name(),
      text: verb.summary() || verb.description(),
      options: [...verb.options.filter(isShown).map((option) => optionWords(option, known)), help],
      argument: argumentOf(verb.registeredArguments, known),
    })),
  };
}

const isShown = ({ hidden }: Option) => !hidden;

function optionWords(option: Option, known: KnownWords): OptionWords {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined);
  const placeholder = /<([\w-]+)/.exec(option.flags)?.[1] ?? "";
  const takesValue = option.required || option.optional;
  return {
    flags,
    text: option.description,
    value: takesValue ? valueFor(placeholder, option.argChoices, known, option.long) : { kind: "none" },
  };
}

function argumentOf(all: readonly Argument[], known: KnownWords): Value {
  const [first] = all;
  return first ? valueFor(first.name(), first.argChoices, known) : { kind: "none" };
}

const files = new Set(["file", "files", "folder", "csv", "dumps"]);

function valueFor(name: string, choices: readonly string[] | undefined, known: KnownWords, long = ""): Value {
  if (choices) return { kind: "words", words: choices };
  if (files.has(name)) return { kind: "files" };
  const words = [long.slice(2), name].map((key) => (Object.hasOwn(known, key) ? known[key] : undefined));
  return { kind: "words", words: words.find((list) => list !== undefined) ?? [] };
}
