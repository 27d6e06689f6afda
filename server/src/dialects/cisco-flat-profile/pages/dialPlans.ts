import type { CodePage } from "../../../checks/check";

function page(
  code: string,
  severity: CodePage["severity"],
  title: string,
  docs: string,
  bad: string,
  good: string,
): CodePage {
  const file = (plan: string) =>
    `<flat-profile><Dial_Plan_1_>${plan.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</Dial_Plan_1_></flat-profile>`;
  return { code: `dialplan/${code}`, severity, title, docs, examples: [{ bad: file(bad), good: file(good) }] };
}

/** Manual pages of what dial plans and number maps report. */
export const dialPlanPages: readonly CodePage[] = [
  page(
    "unbalanced",
    "warning",
    "Parentheses that do not fit",
    "A dial plan stands in one pair of parentheses; timers of the whole plan stand before them. Phones differ in what they make of a plan whose parentheses do not fit: some ignore it and dial nothing.",
    "([2-9]xxx|0",
    "([2-9]xxx|0)",
  ),
  page(
    "behind-parenthesis",
    "warning",
    "Sequences behind the closing parenthesis",
    "The plan ends at its closing parenthesis. Sequences behind it may never be matched. Move them inside.",
    "([2-9]xxx)|0xx.",
    "([2-9]xxx|0xx.)",
  ),
  page(
    "empty-sequence",
    "info",
    "Sequence without content",
    "Two `|` follow each other, or the last one has nothing behind it. The empty sequence fits no key.",
    "([2-9]xxx|)",
    "([2-9]xxx)",
  ),
  page(
    "too-long",
    "warning",
    "Plan longer than phones take",
    "A dial plan holds at most 2,048 characters; the phone cuts or ignores a longer one. Join sequences with classes such as `[2-5]`.",
    `(${"2xxx|".repeat(420)}3xxx)`,
    "([23]xxx)",
  ),
  page(
    "dot",
    "warning",
    "Dot without an element before it",
    "A dot repeats the element before it: none, one or more times. At the beginning of a sequence there is nothing to repeat.",
    "(.x)",
    "(xx.)",
  ),
  page(
    "regular-expression",
    "warning",
    "Sign of a regular expression",
    "Dial plans look like regular expressions but are none: a digit is `x`, one of several keys `[2-9]`, any number of the element before is a dot. `\\d`, `^`, `$`, `?` and `{3}` mean nothing to the phone.",
    "(0\\dxxx)",
    "(0xxxx)",
  ),
  page(
    "unknown-sign",
    "warning",
    "Sign that is no key",
    "Sequences are made of the keys `0` to `9`, `*` and `#`, of `x`, classes, substitutions and timers. A sequence with anything else can never be dialled.",
    "(0xx|2%x)",
    "(0xx|2xx)",
  ),
  page(
    "letters",
    "hint",
    "Letters in a sequence",
    "No key of the keypad fits a letter. Sequences such as `park+xx` are there for line keys and directories that dial such names; a typo looks the same.",
    "(park+xx|0xx)",
    "(*5xx|0xx)",
  ),
  page(
    "class",
    "warning",
    "Class of keys that cannot be right",
    "A class in brackets stands for one key: `[2-9]`, `[35-8*]`. It is no range of numbers: `[10-20]` means 1, 0 to 2, or 0.",
    "([9-2]xxx)",
    "([2-9]xxx)",
  ),
  page(
    "substitution",
    "warning",
    "Substitution that cannot be read",
    "A substitution is written `<dialled:sent>`. Either side may be empty, the colon may not be missing.",
    "(<9>xxxxxxx)",
    "(<9:>xxxxxxx)",
  ),
  page(
    "never-chosen",
    "info",
    "Sequence that is never chosen",
    "When several sequences fit a number, the phone takes the leftmost. Whatever fits this one fits an earlier one, or is dialled before it is complete, so its timers, its barring and its substitution have no effect. Move it to the left of the sequence that hides it.",
    "(xxxx|1900!)",
    "(1900!|xxxx)",
  ),
];
