import { distance } from "fastest-levenshtein";
import { isSecretName } from "../../../schema/secretName";
import { isRegister } from "./registers";

// Arguments of options in rules, also where the option or the brackets are written wrongly.

type Add = (start: number, end: number, isUser?: boolean) => void;

type OptionKind = "secret" | "user" | "letter" | "flag" | "glued" | "unknown";

const kinds: Readonly<Record<string, OptionKind>> = {
  key: "secret",
  pwd: "secret",
  uid: "user",
  post: "letter",
  alias: "letter",
  srv: "flag",
  delta: "flag",
  status: "flag",
};

const argumentNames = ["key", "pwd", "uid"];

/** One dash, or a dash that an editor made long, is the same slip of the hand. */
const dashes = "(?:--?|[\u2013\u2014])";
const option = new RegExp(`(?<![\\w\u2013\u2014-])(${dashes})([A-Za-z]\\w*)(\\s*=\\s*|\\s+)?`, "g");
const nextOption = new RegExp(`${dashes}([A-Za-z]+)`, "y");
const argument = /"[^"]*"?|\u201c[^\u201d]*\u201d?|'[^']*'|[^\s\]]+/y;
const mayHaveOptions = /[-\u2013\u2014][A-Za-z]|(?:key|pwd|uid)\s/i;

const brackets = /\[([^\]]*)/g;
const optionLike = new RegExp(`(?:^|\\s)(?:${dashes}[A-Za-z]|(?:key|pwd|uid)\\s)`, "i");
const tokens = /"[^"]*"?|\u201c[^\u201d]*\u201d?|[^\s"\u201c]+/g;

export function optionPlaces(text: string, add: Add): void {
  if (!mayHaveOptions.test(text)) return;
  for (const match of text.matchAll(option)) {
    const [whole, dash = "", word = "", gap] = match;
    const kind = kindOf(word, dash !== "-");
    const end = match.index + whole.length;
    if (kind === "glued") {
      const from = match.index + dash.length + 3;
      add(from, tailEnd(text, end - (gap?.length ?? 0)), /^uid/i.test(word));
    } else if ((kind === "secret" || kind === "user") && !isOptionAt(text, end)) {
      argument.lastIndex = end;
      const found = argument.exec(text)?.[0] ?? "";
      add(end, end + found.length, kind === "user");
    }
  }
  for (const { index, 1: inside = "" } of text.matchAll(brackets)) {
    // Without its closing bracket the list ends before the address.
    const length = text[index + 1 + inside.length] === "]" ? inside.length : beforeAddress(inside);
    const list = inside.slice(0, length);
    if (optionLike.test(list)) listPlaces(list, index + 1, add);
  }
}

/** Between brackets everything is a secret that is neither an option nor the letter of a parameter. */
function listPlaces(list: string, base: number, add: Add): void {
  let expected: OptionKind = "unknown";
  for (const { index, 0: token } of list.matchAll(tokens)) {
    const start = base + index;
    const [, dash = "", word = "", rest = ""] = /^(--?|[\u2013\u2014])?([A-Za-z]+)(.*)$/s.exec(token) ?? [];
    const kind = Object.hasOwn(kinds, word.toLowerCase()) ? kinds[word.toLowerCase()] : undefined;
    if (kind !== undefined && rest === "" && (dash !== "" || expected === "unknown" || expected === "flag")) {
      expected = kind;
      continue;
    }
    if (dash !== "" && rest === "" && /^(?:[a-z]{1,12}|[A-Z]{1,12})$/.test(word) && kindOf(word, true) !== "glued") {
      expected = "secret";
      continue;
    }
    if (token !== "=" && !(expected === "letter" && /^(?:[a-pA-P]|\$.*)$/.test(token))) {
      const skipped = dash === "" ? 0 : dash.length;
      // `--key=x` and the like: the text before it is the option.
      const named = kind !== undefined && /^\s*=/.test(rest) ? word.length : 0;
      add(start + skipped + named, start + token.length, expected === "user");
    }
    expected = "flag";
  }
}

/** `isCertain`: a single dash also occurs in ordinary text. */
function kindOf(word: string, isCertain: boolean): OptionKind {
  const lower = word.toLowerCase();
  if (Object.hasOwn(kinds, lower)) return kinds[lower] ?? "unknown";
  const isNear = argumentNames.some((name) => isNearly(lower, name));
  if (isCertain && (isNear || isSecretName(word) || isRegister(word))) return "secret";
  return argumentNames.some((name) => lower.startsWith(name)) ? "glued" : "unknown";
}

/** `kye`, `ky`, `keys`. */
function isNearly(word: string, name: string): boolean {
  if (word.length < 2 || word.length > 5) return false;
  if (word.length === name.length && [...word].sort().join("") === [...name].sort().join("")) return true;
  return distance(word, name) <= (word.startsWith(name) ? 2 : 1);
}

function isOptionAt(text: string, at: number): boolean {
  nextOption.lastIndex = at;
  const word = nextOption.exec(text)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(kinds, word);
}

function tailEnd(text: string, from: number): number {
  const stop = /[\s\]]/.exec(text.slice(from, from + 4000));
  return stop ? from + stop.index : text.length;
}

function beforeAddress(inside: string): number {
  let at = inside.indexOf("://");
  if (at < 0) return inside.length;
  while (at > 0 && /\S/.test(inside[at - 1] ?? "")) at--;
  return at;
}
