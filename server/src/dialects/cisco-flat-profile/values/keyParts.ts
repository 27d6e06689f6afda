import * as l10n from "@vscode/l10n";
import { nearest } from "../../../text/nearest";
import type { Fix, Problem, Span } from "../../../text/span";
import { type Pair, pairOf } from "../../../values/keyValue";

// What a key function cannot do without, and what follows @ in its addresses: specification section 9.4.

interface Need {
  readonly fn: string;
  /** One of these parts has to be there; the first is the usual one. */
  readonly parts: readonly string[];
  /** Beside one of these functions another part is enough. */
  readonly beside?: readonly string[];
  readonly besideParts?: readonly string[];
}

const target = ["sub", "ext", "usr"];
const needs: readonly Need[] = [
  // Guides and systems in the field write a lamp that dials with `sub` alone.
  { fn: "sd", parts: ["ext", "usr"], beside: ["blf", "cp"], besideParts: target },
  { fn: "blf", parts: target },
  { fn: "cp", parts: target },
  { fn: "prk", parts: target },
  { fn: "park", parts: target },
  { fn: "mwi", parts: ["sub"] },
  { fn: "xml", parts: ["url"] },
  { fn: "shortcut", parts: ["url"] },
  { fn: "dtmf", parts: ["ext"] },
];

/** Parts without which a function does nothing; `fns` are in lower case with their places. */
export function missingParts(
  fns: readonly { readonly word: string; readonly span: Span }[],
  pairs: readonly Pair[],
  known: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  for (const { word, span } of fns) {
    const need = needs.find(({ fn }) => fn === word);
    if (!need) continue;
    const isBeside = need.beside?.some((fn) => fns.some((other) => other.word === fn));
    const parts = (isBeside ? need.besideParts : undefined) ?? need.parts;
    if (parts.some((part) => isFilled(pairOf(pairs, part)))) continue;
    const [part = ""] = parts;
    if (reported.has(part)) continue;
    reported.add(part);
    problems.push(missingPart(word, part, span, pairs, known));
  }
  // A lamp is subscribed to by `sub`; one guide prints it with `ext` alone.
  const lamp = fns.find(({ word }) => word === "blf");
  if (lamp && problems.length === 0 && !isFilled(pairOf(pairs, "sub")))
    problems.push({
      code: "line-key/missing-part",
      severity: "info",
      message: l10n.t("`blf` has no `sub=`. Most systems report the state of a line for the address in `sub=`."),
      span: lamp.span,
    });
  return problems;
}

/** With something before the @. */
function isFilled(pair: Pair | undefined): boolean {
  return pair !== undefined && !/^(?:@|$)/.test(pair.value);
}

function missingPart(
  fn: string,
  part: string,
  span: Span,
  pairs: readonly Pair[],
  known: ReadonlySet<string>,
): Problem {
  const empty = pairs.find((pair) => pair.key.toLowerCase() === part);
  const bare = pairs.find((pair) => pair.key === "" && !known.has(pair.value.toLowerCase()));
  const other = pairs.find((pair) => isUnlike(pair.key, known));
  const wrong = part === "ext" ? pairOf(pairs, "sub") : undefined;
  const fixes: Fix[] = [];
  if (!empty && bare)
    fixes.push({
      title: l10n.t("Insert `{0}`", `${part}=`),
      edits: [{ span: { start: bare.valueSpan.start, end: bare.valueSpan.start }, text: `${part}=` }],
    });
  else if (!empty && (other ?? wrong))
    fixes.push({
      title: l10n.t("Replace with `{0}`", part),
      edits: [{ span: (other ?? wrong)?.keySpan ?? span, text: part }],
    });
  return {
    code: "line-key/missing-part",
    severity: "warning",
    message: empty
      ? l10n.t("`{0}=` is empty. The function `{1}` needs it, so the key does nothing.", part, fn)
      : l10n.t("Missing `{0}=`. The function `{1}` needs it, so the key does nothing.", part, fn),
    span: empty ? empty.span : (bare?.span ?? other?.keySpan ?? span),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** A key that is not a known one, nor one in a wrong spelling. */
function isUnlike(key: string, known: ReadonlySet<string>): boolean {
  const lower = key.toLowerCase();
  return key !== "" && !known.has(lower) && nearest(lower, known) === undefined;
}

/** `PROXY`, `$PROX` and the like after @, and `$PROXY` without one. */
export function hostProblems({ value, valueSpan }: Pair): Problem[] {
  const at = value.lastIndexOf("@");
  if (at < 0) {
    const glued = /(?<=.)\$PROXY$/.exec(value);
    if (!glued) return [];
    const start = valueSpan.start + glued.index;
    return [
      hostProblem(
        l10n.t("Missing `@` before `$PROXY`. The phone dials the whole text."),
        {
          start,
          end: valueSpan.end,
        },
        "@$PROXY",
      ),
    ];
  }
  const host = value.slice(at + 1).trim();
  const span = { start: valueSpan.start + at + 1, end: valueSpan.end };
  if (host === "")
    return [hostProblem(l10n.t("Missing host after `@`."), { start: span.start - 1, end: span.end }, "@$PROXY")];
  // What people put in the place of a host in their examples, and what a template may fill in.
  if (/^<.*>$/.test(host) || placeholderHost.test(`@${host}`)) return [];
  if (host.startsWith("$")) {
    if (/^\$PROXY(?::\d{1,5})?$/.test(host)) return [];
    const near = nearest(host.replace(/[^A-Za-z]/g, "").toUpperCase(), ["PROXY"]) ?? /prox/i.exec(host)?.[0];
    return [
      hostProblem(
        near
          ? l10n.t("Unknown macro `{0}`. Did you mean `{1}`?", host, "$PROXY")
          : l10n.t("Unknown macro `{0}` after `@`. The phone replaces only `$PROXY`.", host),
        span,
        "$PROXY",
      ),
    ];
  }
  if (/^PROX(?:Y|IE)$/i.test(host) && host !== host.toLowerCase())
    return [
      hostProblem(l10n.t("The phone reads `{0}` as a host name. Did you mean `{1}`?", host, "$PROXY"), span, "$PROXY"),
    ];
  if (isHost(host)) return [];
  return [
    hostProblem(l10n.t("`{0}` is not a valid host. Use `$PROXY`, a host name or an IP address.", host), span, "$PROXY"),
  ];
}

/** A placeholder after @, to the end of its part. */
export const placeholderHost = /(?<=@)\s*(?:%\w+%|\[[A-Za-z]\w*\]|\{\w+\})(?=\s*(?:;|$))/;

function isHost(host: string): boolean {
  return /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?|\[[\dA-Fa-f:.]+\])(?::\d{1,5})?$/u.test(host);
}

function hostProblem(message: string, span: Span, meant: string): Problem {
  return {
    code: "line-key/host",
    severity: "warning",
    message,
    span,
    fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span, text: meant }] }],
  };
}

/** A text that says what a key does, without the `fnc=` that makes it a function. */
export function missingFunction(
  pairs: readonly Pair[],
  functions: ReadonlySet<string>,
  parameters: ReadonlySet<string>,
): Problem[] {
  const problem = (message: string, span: Span, fix?: Fix): Problem[] => [
    { code: "line-key/no-function", severity: "warning", message, span, ...(fix && { fixes: [fix] }) },
  ];
  const [first] = pairs;
  if (!first) return [];
  const areFunctions = (text: string) => text.split("+").every((word) => functions.has(word.trim().toLowerCase()));
  if (first.key === "" && pairs.length > 1 && areFunctions(first.value))
    return problem(l10n.t("Missing `fnc=` before `{0}`. The key has no function.", first.value), first.span, {
      title: l10n.t("Insert `{0}`", "fnc="),
      edits: [{ span: { start: first.span.start, end: first.span.start }, text: "fnc=" }],
    });
  const misspelt = pairs.find(
    ({ key, value }) => key !== "" && !parameters.has(key.toLowerCase()) && areFunctions(value),
  );
  if (misspelt)
    return problem(l10n.t("A key function starts with `fnc=`, not with `{0}=`.", misspelt.key), misspelt.keySpan, {
      title: l10n.t("Replace with `{0}`", "fnc"),
      edits: [{ span: misspelt.keySpan, text: "fnc" }],
    });
  // A label alone asks for nothing.
  const part = pairs.find(({ key }) => /^(?:sub|usr|ext|url|orbit)$/i.test(key));
  if (!part) return [];
  const key = part.key.toLowerCase();
  const fn = key === "sub" ? "blf" : key === "url" ? "xml" : "sd";
  return problem(l10n.t("Missing `fnc=`. The key has no function."), part.span, {
    title: l10n.t("Insert `{0}`", `fnc=${fn};`),
    edits: [{ span: { start: first.span.start, end: first.span.start }, text: `fnc=${fn};` }],
  });
}
