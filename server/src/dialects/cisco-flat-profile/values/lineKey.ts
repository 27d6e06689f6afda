import * as l10n from "@vscode/l10n";
import { nearest } from "../../../text/nearest";
import type { Problem, Span } from "../../../text/span";
import { currentItem } from "../../../values/currentItem";
import { type Pair, readPairs } from "../../../values/keyValue";
import { pairTokens } from "../../../values/pairTokens";
import type { ValueType } from "../../../values/valueType";
import { hostProblems, missingFunction, missingParts } from "./keyParts";
import { shortcutCodes } from "./shortcutCodes";

// fnc=fn{+fn}{;parameter=value} : specification section 9.4.

const functions = new Set(
  "sd blf cp prk xml shortcut mwi cfwd dnd lcr acd callinfo calllist inert bridgein callpush callretrieve divert proxycall bw-exec-assist dtmf park wifi video".split(
    " ",
  ),
);
const parameters = new Set("fnc sub usr ext vid nme url orbit ext2 nme2 own grp".split(" "));
const known = new Set([...functions, ...parameters]);
/** Parts that are a number or name at a host. */
const addressed = new Set(["sub", "usr", "ext"]);

interface KeyFunction {
  readonly functions: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly pairs: readonly Pair[];
}

export function readKeyFunction(text: string): KeyFunction {
  const pairs = readPairs(text);
  const fns: string[] = [];
  const params: Record<string, string> = {};
  for (const pair of pairs) {
    if (pair.key.toLowerCase() === "fnc") fns.push(...pair.value.split("+").map((fn) => fn.trim()));
    // One table of a guide joins functions by `;`.
    else if (pair.key === "") fns.push(pair.value);
    else if (!Object.hasOwn(params, pair.key))
      Object.defineProperty(params, pair.key, { value: pair.value, enumerable: true });
  }
  return { functions: fns, params: { ...params }, pairs };
}

function check(text: string): Problem[] {
  const problems: Problem[] = [];
  const { pairs, functions: fns } = readKeyFunction(text);
  // A plain number or label is legal on some families.
  if (!pairs.some((pair) => pair.key.toLowerCase() === "fnc")) return missingFunction(pairs, functions, parameters);
  const missing = missingParts(functionPlaces(pairs), pairs, known);
  for (const pair of pairs) {
    const key = pair.key.toLowerCase();
    if (key === "fnc") {
      problems.push(...checkFunctions(pair));
      continue;
    }
    const joints = checkJoints(pair, key);
    problems.push(...joints);
    if (joints.length === 0 && addressed.has(key)) problems.push(...hostProblems(pair));
    if (pair.key === "" && functions.has(pair.value.toLowerCase())) {
      problems.push({
        code: "line-key/joined-by-semicolon",
        severity: "info",
        message: l10n.t("Join functions with `+`, as in `fnc=blf+sd`."),
        span: pair.valueSpan,
      });
    } else if (pair.key !== "" && !parameters.has(key)) {
      if (missing.some(({ span, fixes }) => fixes && span.start === pair.keySpan.start)) continue;
      const near = nearest(key, parameters);
      problems.push({
        code: "line-key/unknown-parameter",
        severity: near ? "warning" : "hint",
        message: near
          ? l10n.t("Unknown key parameter `{0}`. Did you mean `{1}`?", pair.key, near)
          : l10n.t("`{0}` is not one of the known key parameters.", pair.key),
        span: pair.keySpan,
        ...(near && {
          fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: pair.keySpan, text: near }] }],
        }),
      });
    }
  }
  if (fns.some((fn) => fn.toLowerCase() === "shortcut")) problems.push(...checkShortcut(pairs));
  // A part that is spelled wrongly is the cause already.
  const isSpelled = !problems.some(({ code, fixes }) => code === "line-key/unknown-parameter" && fixes);
  if (isSpelled) problems.push(...missing);
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/** The words of `fnc=`, and those that one guide joins by `;`, in lower case. */
function functionPlaces(pairs: readonly Pair[]): { readonly word: string; readonly span: Span }[] {
  return pairs.flatMap(({ key, value, valueSpan }) => {
    if (key !== "" && key.toLowerCase() !== "fnc") return [];
    let start = valueSpan.start;
    return value.split("+").map((part) => {
      const word = part.trim();
      const at = start + part.indexOf(word);
      start += part.length + 1;
      return { word: word.toLowerCase(), span: { start: at, end: at + word.length } };
    });
  });
}

/** `sub=201@host:nme=Ann`: a parameter after a character other than `;` is part of the value before it. */
function checkJoints({ value, valueSpan }: Pair, key: string): Problem[] {
  if (key === "url" || key === "nme" || key === "nme2") return [];
  const joint = /[:,]\s*(?:sub|usr|ext|vid|nme|url|orbit)(?==)/i.exec(value);
  if (!joint) return [];
  const start = valueSpan.start + joint.index;
  const span = { start, end: start + joint[0].length };
  const meant = `;${joint[0].slice(1).trimStart()}`;
  return [
    {
      code: "line-key/unknown-parameter",
      severity: "warning",
      message: l10n.t("Unknown key parameter `{0}`. Did you mean `{1}`?", joint[0], meant),
      span,
      fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span, text: meant }] }],
    },
  ];
}

function checkFunctions(pair: Pair): Problem[] {
  const problems: Problem[] = [];
  let start = pair.valueSpan.start;
  for (const part of pair.value.split("+")) {
    const word = part.trim();
    const at = start + (part.length - part.trimStart().length);
    start += part.length + 1;
    const span = { start: at, end: at + word.length };
    if (word === "" || functions.has(word.toLowerCase()) || word.includes("$")) continue;
    const near = word.length >= 2 ? nearest(word.toLowerCase(), functions) : undefined;
    problems.push({
      code: "line-key/unknown-function",
      severity: near ? "warning" : "hint",
      message: near
        ? l10n.t("Unknown key function `{0}`. Did you mean `{1}`?", word, near)
        : l10n.t("`{0}` is not one of the known key functions.", word),
      span,
      ...(near && { fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span, text: near }] }] }),
    });
  }
  return problems;
}

function checkShortcut(pairs: readonly Pair[]): Problem[] {
  const url = pairs.find((pair) => pair.key.toLowerCase() === "url");
  if (!url || shortcutCodes.has(url.value.toLowerCase()) || url.value.includes("$")) return [];
  const near = nearest(url.value.toLowerCase(), shortcutCodes);
  return [
    {
      code: "line-key/unknown-shortcut",
      severity: near ? "warning" : "hint",
      message: near
        ? l10n.t("Unknown menu shortcut `{0}`. Did you mean `{1}`?", url.value, near)
        : l10n.t("`{0}` is not one of the known menu shortcuts.", url.value),
      span: url.valueSpan,
      ...(near && {
        fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: url.valueSpan, text: near }] }],
      }),
    },
  ];
}

const names: ReadonlyMap<string, () => string> = new Map([
  ["sd", () => l10n.t("speed dial")],
  ["blf", () => l10n.t("busy lamp")],
  ["cp", () => l10n.t("call pickup")],
  ["prk", () => l10n.t("call park")],
  ["xml", () => l10n.t("XML application")],
  ["shortcut", () => l10n.t("menu shortcut")],
  ["mwi", () => l10n.t("voice mail")],
  ["cfwd", () => l10n.t("call forward")],
  ["dnd", () => l10n.t("do not disturb")],
  ["dtmf", () => l10n.t("DTMF digits")],
]);

function keyFunction(id: string): ValueType {
  return {
    id,
    check,
    describe(text) {
      const { functions: fns, params } = readKeyFunction(text);
      if (fns.length === 0) return undefined;
      const words = fns.map((fn) => names.get(fn.toLowerCase())?.() ?? fn).join(" + ");
      const target = params.ext ?? params.usr ?? params.sub ?? params.url;
      const what = target ? l10n.t("{0}: {1}", words, target) : words;
      return params.nme ? l10n.t("{0}, shown as {1}", what, params.nme) : what;
    },
    complete(text, offset) {
      const at = currentItem(text, offset, ";").start;
      const part = text.slice(at, offset);
      if (/^\s*fnc=/.test(part)) {
        const from = Math.max(part.lastIndexOf("+"), part.indexOf("=")) + 1 + at;
        return [...functions].map((label) => ({
          label,
          kind: "function" as const,
          replace: { start: from, end: offset },
          detail: names.get(label)?.() ?? "",
        }));
      }
      if (/^\s*url=/.test(part) && /shortcut/.test(text))
        return [...shortcutCodes].map((label) => ({
          label,
          kind: "keyword" as const,
          replace: { start: at + part.indexOf("=") + 1, end: offset },
        }));
      return [...parameters]
        .filter((key) => !text.includes(`${key}=`))
        .map((key) => ({ label: `${key}=`, kind: "keyword" as const, replace: { start: at, end: offset } }));
    },
    tokens: pairTokens,
  };
}

export const extendedFunction = keyFunction("ExtendedFunction");
export const pskFunction = keyFunction("PskFunction");
