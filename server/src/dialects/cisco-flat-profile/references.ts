import type { SettingFacts } from "../../checks/check";
import type { Setting } from "../../profile/setting";
import type { Span } from "../../text/span";
import type { Reference } from "../dialect";

// Parameters that values name, by specification sections 3.1 to 3.3 (macros), 4.1 (assignments),
// 4.5 (--post), 9.1 (ring scripts) and 9.8 (dictionary).

const rules = new Set(["ProvisioningRuleSyntax", "ProvisioningCondition", "ReportRule"]);
const withMacros = new Set([...rules, "MacroText", "URL", "HostOrUrl"]);
const namesWithMacros = /^GPP_|_Msg$|_User_Agent_Name$|_Rule(?:_[B-D])?$|_URL\d*$|^PRT_Name$|^Syslog_Identifier$/;

export function referencesOf(setting: Setting, { effective }: Pick<SettingFacts, "effective">): readonly Reference[] {
  const { name, text } = setting;
  if (text === "" || setting.templated) return none;
  const id = effective?.parameter.type ?? "";
  if (text.includes("$") && (withMacros.has(id) || namesWithMacros.test(name))) {
    const found = macros(text);
    return rules.has(id) ? inOrder([...found, ...assignments(text), ...posts(text)]) : found;
  }
  if (rules.has(id)) return inOrder([...assignments(text), ...posts(text)]);
  if (id === "RingScript") return numbered(text, /(?:^|;)\s*c\s*=\s*([1-9])(?!\d)/gi, "Cadence_");
  if (name === "Language_Selection")
    return [{ span: { start: 0, end: text.length }, name: "Dictionary_Server_Script", writes: false }];
  if (/^Default_Ring_\d+_$/.test(name)) return numbered(text, /^(\d{1,2})$/g, "Ring");
  return none;
}

const none: readonly Reference[] = [];

function inOrder(mentions: Reference[]): Reference[] {
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

/** `$$`, `$NAME`, `$(NAME…)`; the name is the longest run of its characters. */
function macros(text: string): Reference[] {
  const found: Reference[] = [];
  const form = /\$(?:\$|\(([A-Za-z]\w*)(?::\d*){0,2}\)|([A-Za-z]\w*))/g;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    const name = parameterOf(match[1] ?? match[2] ?? "");
    if (name === undefined) continue;
    found.push({ span: { start: match.index, end: match.index + match[0].length }, name, writes: false });
  }
  return found;
}

const numberedMacros: Readonly<Record<string, string>> = {
  UID: "User_ID",
  AUTHID: "Auth_ID",
  PROXY: "Proxy",
  DISPLAYNAME: "Display_Name",
};

/** The element whose value replaces a macro. */
function parameterOf(macro: string): string | undefined {
  if (/^(?:[A-P]|S[A-D])$/.test(macro)) return `GPP_${macro}`;
  if (macro === "PDOM") return "EM_User_Domain";
  const match = /^([A-Z]+)(\d{1,2})$/.exec(macro);
  const base =
    match?.[1] === undefined || !Object.hasOwn(numberedMacros, match[1]) ? undefined : numberedMacros[match[1]];
  return base === undefined ? undefined : `${base}_${Number(match?.[2])}_`;
}

/** Targets inside `( … )!`. Brackets and assignments inside quotes do not count. */
function assignments(text: string): Reference[] {
  const found: Reference[] = [];
  let open = -1;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === "(" && text[at - 1] !== "$") open = at;
    else if (c === ")" && open >= 0) {
      let next = at + 1;
      while (text[next] === " ") next++;
      // `)!=` compares.
      if (text[next] === "!" && text[next + 1] !== "=") found.push(...targets(text, { start: open + 1, end: at }));
      open = -1;
    }
  }
  return found;
}

function targets(text: string, { start, end }: Span): Reference[] {
  const found: Reference[] = [];
  const body = text.slice(start, end);
  const form = /([A-Za-z_][\w-]*)\s*=\s*(?:"[^"]*"|[^";]*)/g;
  for (let match = form.exec(body); match; match = form.exec(body)) {
    const word = match[1] ?? "";
    const at = start + match.index;
    const name = /^[a-p]$/.test(word) ? `GPP_${word.toUpperCase()}` : word;
    found.push({ span: { start: at, end: at + word.length }, name, writes: true });
  }
  return found;
}

/** `--post a` sends GPP_A. */
function posts(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(/--post\s+([a-p])(?![\w])/gi)) {
    const letter = match[1] ?? "";
    const end = match.index + match[0].length;
    found.push({ span: { start: end - 1, end }, name: `GPP_${letter.toUpperCase()}`, writes: false });
  }
  return found;
}

function numbered(text: string, form: RegExp, prefix: string): Reference[] {
  return [...text.matchAll(form)].map((match) => {
    const number = match[1] ?? "";
    const end = match.index + match[0].length;
    return { span: { start: end - number.length, end }, name: `${prefix}${Number(number)}`, writes: false };
  });
}
