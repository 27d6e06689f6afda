import type { PageText } from "../../text/codePage";

// What the codes of dial plans mean; each dialect that reports them adds examples.

export const unbalanced: PageText = {
  code: "dialplan/unbalanced",
  severity: "warning",
  title: "Parentheses that do not match",
  docs: "A dial plan is in one pair of parentheses; timers of the whole plan are before them. Phones handle unmatched parentheses in different ways: some ignore the plan and dial nothing.",
};

export const afterParenthesis: PageText = {
  code: "dialplan/behind-parenthesis",
  severity: "warning",
  title: "Sequences after the closing parenthesis",
  docs: "The plan ends at its closing parenthesis. Sequences after it may never match. Move them inside.",
};

export const emptySequence: PageText = {
  code: "dialplan/empty-sequence",
  severity: "info",
  title: "Empty sequence",
  docs: "There is nothing between two `|`, or after the last one. An empty sequence matches no key.",
};

export const tooLong: PageText = {
  code: "dialplan/too-long",
  severity: "warning",
  title: "Dial plan too long",
  docs: "A dial plan has at most 2,048 characters. The phone cuts a longer one off or ignores it. Combine sequences with classes such as `[2-5]`.",
};

export const dot: PageText = {
  code: "dialplan/dot",
  severity: "warning",
  title: "Dot without an element before it",
  docs: "A dot repeats the element before it: none, one or more times. At the beginning of a sequence there is nothing to repeat.",
};

export const regularExpression: PageText = {
  code: "dialplan/regular-expression",
  severity: "warning",
  title: "Regular expression in a dial plan",
  docs: "Dial plans look like regular expressions but have their own syntax: `x` is a digit, `[2-9]` one of several keys, and a dot repeats the element before it. `\\d`, `^`, `$`, `?` and `{3}` are not valid.",
};

export const unknownSign: PageText = {
  code: "dialplan/unknown-sign",
  severity: "warning",
  title: "Invalid character in a sequence",
  docs: "Sequences are made of the keys `0` to `9`, `*` and `#`, of `x`, classes, substitutions and timers. A sequence with anything else can never be dialed.",
};

export const letters: PageText = {
  code: "dialplan/letters",
  severity: "hint",
  title: "Letters in a sequence",
  docs: "No key of the keypad matches a letter. Sequences such as `park+xx` are for line keys and directories that dial such names, but a typing error looks the same.",
};

export const badClass: PageText = {
  code: "dialplan/class",
  severity: "warning",
  title: "Invalid class of keys",
  docs: "A class in brackets matches one key: `[2-9]`, `[35-8*]`. It is not a range of numbers: `[10-20]` means 1, 0 to 2, or 0.",
};

export const substitution: PageText = {
  code: "dialplan/substitution",
  severity: "warning",
  title: "Invalid substitution",
  docs: "A substitution is written `<dialed:sent>`. Either side may be empty, but the colon is required.",
};

export const neverChosen: PageText = {
  code: "dialplan/never-chosen",
  severity: "info",
  title: "Sequence that is never chosen",
  docs: "When several sequences match a number, the phone uses the leftmost. Every number that matches this one also matches an earlier one, or is dialed before it is complete, so its timers and its substitution have no effect. Move it before the sequence that hides it.",
};

export const openBar: PageText = {
  code: "dialplan/open-bar",
  severity: "warning",
  title: "Bar without effect",
  docs: "A sequence with `!` bars the numbers that match it, but the phone uses the leftmost sequence that matches. A wider sequence to the left of the bar dials all or some of these numbers. The number in the message shows it. Move the bar to the left of that sequence. An exception, a narrower sequence that is to be dialed, belongs before the bar.",
};

export const ambiguous: PageText = {
  code: "dialplan/ambiguous",
  severity: "hint",
  title: "Number that matches two sequences",
  docs: "Two sequences overlap: some numbers match both, and the sequences send different digits. The phone uses the leftmost. The message shows such a number. Change one of the two if you meant the other.",
};

export const waits: PageText = {
  code: "dialplan/waits",
  severity: "hint",
  title: "Number that is never dialed at once",
  docs: "The number is complete, but more keys could follow, so the phone waits for the short timer (of the phone, `S:3,` for the plan, `S1` for one sequence) unless the caller presses `#` or Dial. `S0` after the sequence dials at once, but then longer numbers with the same beginning cannot be dialed.",
};

export const hotLine: PageText = {
  code: "dialplan/hot-line",
  severity: "info",
  title: "Hot line without a timer",
  docs: "A sequence without keys calls its number when the phone goes off-hook. It needs a timer: `S0 <:1000>` or `P0 <:1000>` call at once, `P5<:1000>` after five seconds without a key.",
};

export const besideHotLine: PageText = {
  code: "dialplan/beside-hot-line",
  severity: "hint",
  title: "Sequences next to a hot line",
  docs: "A hot line calls as soon as the phone goes off-hook, before any key. The other sequences are used only for numbers that are dialed on-hook, from a directory or a speed dial. To give the user time to dial, use a warm line: `P5<:1000>`.",
};

export const smallTimer: PageText = {
  code: "dialplan/small-timer",
  severity: "info",
  title: "Timer in lower case",
  docs: "The timers `S`, `L` and `P` are upper case. `s0` is neither a key nor a timer.",
};

export const patternInSubstitution: PageText = {
  code: "dialplan/pattern-in-substitution",
  severity: "warning",
  title: "Pattern in the digits to send",
  docs: "The phone sends the text after the colon of `<dialed:sent>` exactly as it is written; `x` is not a digit there. In number maps the manuals write `<:9xx.>` for `<:9>xx.`, so it is not reported there.",
};
