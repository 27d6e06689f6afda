import * as l10n from "@vscode/l10n";
import type { Fix, Problem } from "../../../text/span";

// Other makers' phones fill in `[MAC]`, `%MAC%` or `{mac}`; these phones know `$MA` alone.

const form = /\[(\w{2,30})\]|(?<!%)%([A-Za-z]\w{1,29})%(?!%)|(?<![${])\{(\w{2,30})\}(?!\})/g;

/** Macros by the names that others use, letters and digits alone. */
const macros: Readonly<Record<string, readonly string[]>> = {
  mac: ["$MA", "$MAU"],
  macaddress: ["$MA", "$MAU"],
  macaddr: ["$MA", "$MAU"],
  phonemac: ["$MA", "$MAU"],
  phonemacaddress: ["$MA", "$MAU"],
  devicemac: ["$MA", "$MAU"],
  ma: ["$MA"],
  mau: ["$MAU"],
  serial: ["$SN"],
  serialnumber: ["$SN"],
  sn: ["$SN"],
  model: ["$PSN", "$PN"],
  phonemodel: ["$PSN", "$PN"],
  productname: ["$PN"],
  pn: ["$PN"],
  psn: ["$PSN"],
  ipaddress: ["$IP"],
  phoneip: ["$IP"],
};

function macrosFor(name: string): readonly string[] | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.hasOwn(macros, plain) ? macros[plain] : undefined;
}

/** Placeholders in a URL that a phone leaves as they are and that a macro would fill in. */
export function foreignPlaceholders(url: string, start: number): Problem[] {
  return [...url.matchAll(form)].flatMap((match): Problem[] => {
    const known = macrosFor(match[1] ?? match[2] ?? match[3] ?? "");
    if (!known) return [];
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    return [
      {
        code: "rule/foreign-placeholder",
        severity: "warning",
        message: l10n.t(
          "The phone does not replace `{0}` and requests it unchanged. Did you mean `{1}`?",
          match[0],
          known[0] ?? "",
        ),
        span,
        fixes: known.map(
          (macro): Fix => ({
            title: l10n.t("Replace with `{0}`", macro),
            edits: [{ span, text: bounded(macro, url, match.index + match[0].length) }],
          }),
        ),
      },
    ];
  });
}

/** The long form where the next character would belong to the macro's name. */
function bounded(macro: string, url: string, end: number): string {
  return /\w/.test(url[end] ?? "") ? `$(${macro.slice(1)})` : macro;
}

/** `text` without the placeholders that a macro would fill in: what is left may be a template's. */
export function withoutForeign(text: string): string {
  return text.replace(form, (whole, ...names: (string | undefined)[]) =>
    macrosFor(names.slice(0, 3).find((name) => name !== undefined) ?? "") ? "" : whole,
  );
}
