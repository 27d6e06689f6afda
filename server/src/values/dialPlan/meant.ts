import * as l10n from "@vscode/l10n";
import type { Span } from "../../text/span";
import type { PlanText } from "./planText";

// Signs that are not part of a dial plan, and what their writer most likely meant by them.

/** What another product's digit map, another keyboard or a slip of the finger writes for a sign of a plan. */
const forms: readonly { readonly form: RegExp; readonly meant: (word: string) => string }[] = [
  // A timer with a letter for its number: SO, s0 with a letter, LI.
  {
    form: /^[SLPslp]\s?[OoIl]{1,2}(?=\s*(?:[|)!SL]|$))/,
    meant: (word) => word.charAt(0).toUpperCase() + digitsOf(word.slice(1).trim()),
  },
  // A value that was escaped twice.
  { form: /^&lt;[^|&<>]{0,60}&gt;/, meant: (word) => word.replace("&lt;", "<").replace("&gt;", ">") },
  { form: /^%(?:2[ABab3]|3[CEce])/, meant: (word) => decodeURIComponent(word) },
  { form: /^(?:[OI]+|[ol](?![a-z_]))/, meant: digitsOf },
  { form: /^[０-９＊＃＋]/, meant: (word) => word.normalize("NFKC") },
  { form: /^[хХ×]/, meant: () => "x" },
  { form: /^[;¦/](?=\s*[\d*#xX[<PS+])/, meant: () => "|" },
  // Asterisk's letters for classes, and its underscore before a pattern.
  { form: /^N/, meant: () => "[2-9]" },
  { form: /^Z/, meant: () => "[1-9]" },
  { form: /^_/, meant: () => "" },
  // The timer of digit maps; here a timer needs no sign.
  { form: /^T(?=\s*(?:[|)]|$))/, meant: () => "" },
  { form: /^["'“”„]/, meant: () => "" },
  // Groups of digits, as people write numbers.
  { form: /^[-–—](?=\s*[\d*#xX[(])/, meant: () => "" },
];

/** At most so many signs are looked at. */
const maxLength = 80;

interface Meant {
  readonly span: Span;
  readonly text: string;
}

/** The slip at a place; undefined where nothing is recognized. */
export function meantAt(text: string, at: number): Meant | undefined {
  const rest = text.slice(at, at + maxLength);
  for (const { form, meant } of forms) {
    const word = form.exec(rest)?.[0];
    if (word !== undefined) return { span: { start: at, end: at + word.length }, text: meant(word) };
  }
  return undefined;
}

function digitsOf(word: string): string {
  return word.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
}

/** Reports that no number matches the sequence, and what was meant. */
export function reportNotAKey(plan: PlanText, span: Span, meant: string | undefined): void {
  const word = plan.text.slice(span.start, Math.min(span.end, span.start + 20));
  if (meant === undefined) {
    plan.report("unknown-sign", "warning", span, l10n.t("`{0}` is not a key. No number matches the sequence.", word));
    return;
  }
  plan.report(
    "unknown-sign",
    "warning",
    span,
    meant === ""
      ? l10n.t("`{0}` is not a key. No number matches the sequence. Remove `{0}`.", word)
      : l10n.t("`{0}` is not a key. Did you mean `{1}`? No number matches the sequence.", word, meant),
    {
      title: meant === "" ? l10n.t("Remove `{0}`", word) : l10n.t("Replace with `{0}`", meant),
      edits: [{ span, text: meant }],
    },
  );
}

/**
 * `<@:gw0>`, `<@gw0>`, `<:gw0>`, `<gw0>`, `<:@gwO>`: a gateway that lost its place, the colon, the sign or its number.
 * `inner` is the text between the angle brackets.
 */
export function gatewayMeant(inner: string): string | undefined {
  const form = /^([\d*#+xX.,[\]-]*)([@:]*)gw([0-9Oo])(;.*)?$/i.exec(inner.replace(/\s+/g, ""));
  if (!form) return undefined;
  const [, dialed = "", signs, number = "", options = ""] = form;
  if (signs === ":@" && /\d/.test(number)) return undefined;
  return `<${dialed}:@gw${digitsOf(number)}${options}>`;
}
