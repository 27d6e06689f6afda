import type { SettingFacts } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { covered, hidden } from "../../../secrets/mask";
import { hiddenPlaces } from "../../../secrets/shownValue";
import { applyEdits, withoutOverlaps } from "../../../text/edits";
import type { MappedText } from "../../../text/mappedText";
import { type Edit, type Span, shift } from "../../../text/span";
import { macroValues } from "../devices/macroValues";
import { format } from "../format";
import { evaluateRule } from "../rules/evaluate";
import { replacements } from "../rules/expansion";
import { expandMacros } from "../rules/macro";
import { isMacrosOnly } from "../rules/secretPlaces";
import { secrets as fileSecrets } from "../rules/secrets";
import { isSecretIn } from "../rules/segmentSecrets";
import { evaluatedRules } from "./deviceRun";
import type { PhoneRun } from "./phoneRun";
import { macroTypes } from "./previewWords";
import { mappedValue } from "./profileValues";

// The profile as one phone sees it: macros give way to their values where the phone expands them
// (specification section 3.2), secrets to dots, and everything else stays as it is typed.

const inUserAgents = ["MA", "A", "B", "C", "D"];
/** Parameters that know these macros only. */
const fewMacros: Readonly<Record<string, readonly string[]>> = {
  HTTP_User_Agent_Name: inUserAgents,
  SIP_User_Agent_Name: inUserAgents,
  SIP_Reg_User_Agent_Name: inUserAgents,
  SIP_Server_Name: inUserAgents,
  Syslog_Identifier: ["MA", "MAU", "MAC", "SN"],
};

interface Expansion {
  readonly source: MappedText;
  readonly expanded: MappedText;
  /** A stretch of the expanded text, masked. */
  show(span: Span): string;
}

export function expandedText(phone: PhoneRun): string {
  const { source: file, showing } = phone;
  const { document, text } = file;
  if (document.form === "foreign") return "";
  const values = macroValues(phone.device, phone.run.inEffect);
  const edits: Edit[] = [];
  const comments: Span[] = [];
  for (const [i, segment] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const setting of segment.settings) {
      edits.push(...settingEdits(setting, file.factsOf(setting)));
    }
    comments.push(...segment.comments.map(({ span }) => shift(span, base)));
  }
  // In elements these are the parts outside settings: attributes, and what a syntax error splits.
  const secrets = file.secretSpans().filter(({ start, end }) => !isMacrosOnly(text.slice(start, end)));
  edits.push(...secrets.map((span) => ({ span, text: hidden })));
  let next = 0;
  for (const span of comments) {
    while ((secrets[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const inside: Span[] = [];
    for (let i = next; (secrets[i]?.start ?? Number.POSITIVE_INFINITY) < span.end; i++) inside.push(secrets[i] ?? span);
    const typed = text.slice(span.start, span.end);
    const shown = showing.text(covered(text, span, inside));
    if (shown !== typed) edits.push({ span, text: shown });
  }
  return applyEdits(text, withoutOverlaps(edits));

  function settingEdits(setting: Setting, { type }: SettingFacts): Edit[] {
    if (setting.text === "" || setting.text === '""') return [];
    const encode = (value: string) => format.write.encode(value, setting);
    const whole = file.spanOf(setting, setting.valueSpan);
    if (isSecretIn(setting, document, file.catalogue)) return [{ span: whole, text: hidden }];
    // Elements that were run into the value.
    const others = hiddenPlaces(setting, fileSecrets, file.catalogue);
    if (others.length > 0) {
      const shown = covered(setting.text, { start: 0, end: setting.text.length }, others);
      return [{ span: whole, text: encode(showing.text(shown)) }];
    }
    const few = Object.hasOwn(fewMacros, setting.name) ? fewMacros[setting.name] : undefined;
    if (setting.templated || !(few || macroTypes.has(type?.id ?? ""))) {
      const shown = showing.text(setting.text);
      return shown === setting.text ? [] : [{ span: whole, text: encode(shown) }];
    }
    const { source, expanded, show } = expansionOf(setting, few);
    const macros = new Map(replacements(source, expanded).map((found) => [found.source.start, found]));
    const found: Edit[] = [];
    let pieces = "";
    let at = 0;
    for (const piece of expanded.slice({ start: 0, end: expanded.text.length })) {
      const shown = show({ start: at, end: at + piece.text.length });
      at += piece.text.length;
      pieces += shown;
      const isMacro = !piece.verbatim && macros.has(piece.source.start);
      if (isMacro || shown !== piece.text)
        found.push({ span: piece.source, text: piece.verbatim ? shown : encode(shown) });
    }
    for (const { source: typed, span } of macros.values())
      if (span.start === span.end) found.push({ span: typed, text: "" });
    // A secret that several pieces make up together is seen in the whole only.
    const all = show({ start: 0, end: expanded.text.length });
    return withoutRuns(pieces) === withoutRuns(all) ? found : [{ span: whole, text: encode(all) }];
  }

  function expansionOf(setting: Setting, few: readonly string[] | undefined): Expansion {
    const plain = (source: MappedText, expanded: MappedText): Expansion => ({
      source,
      expanded,
      show: ({ start, end }) => showing.text(expanded.text.slice(start, end)),
    });
    const message = phone.messageOf(setting);
    if (message && !phone.isReplaced(setting, message)) return plain(message.source, message.expanded);
    const source = mappedValue(setting, document);
    if (few) {
      const { macros } = macroValues(phone.device, phone.run.inEffect, few);
      return plain(source, expandMacros(source, { macros }));
    }
    const kind = evaluatedRules.find(([parameter]) => parameter === setting.name)?.[1];
    if (!kind) return plain(source, expandMacros(source, { macros: values.macros }));
    const step = phone.stepOf(setting);
    const trace = step && !phone.isReplaced(setting, step.trace) ? step.trace : evaluateRule(source, kind, values);
    return { source: trace.source, expanded: trace.expanded, show: (span) => showing.expanded(trace, span) };
  }
}

/** Masks of different lengths count as equal. */
function withoutRuns(text: string): string {
  return text.replace(/•+/g, "•");
}
