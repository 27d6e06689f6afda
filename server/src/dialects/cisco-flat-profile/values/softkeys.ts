import * as l10n from "@vscode/l10n";
import { nearest } from "../../../text/nearest";
import type { Problem } from "../../../text/span";
import { currentItem } from "../../../values/currentItem";
import { readPairs } from "../../../values/keyValue";
import type { ValueToken, ValueType } from "../../../values/valueType";

// keyword["|"position] joined by ";" : specification section 9.5. The vendor's table and the lists that phones print of
// themselves differ; a keyword is allowed when either has it.

const lists: Readonly<Record<string, string>> = {
  Idle_Key_List:
    "acd_login acd_logout astate avail unavail cfwd dir disp_code dnd em_login signin em_logout signout favorites gpickup pickup lcr messages newcall recents redial trace unpark settings meetings meeting hdsignin guestin guestout selfview bridgein callretrieve calls calendar",
  Missed_Call_Key_List: "dir favorites lcr messages miss settings meetings back",
  Off_Hook_Key_List:
    "cancel cfwd dir dnd endcall favorites gpickup pickup lcr messages option recents redial starcode unpark",
  Dialing_Input_Key_List: "call dial cancel delchar delchr left right option starcode dir",
  Progressing_Key_List: "callinfo endcall",
  Releasing_Key_List: "endcall",
  Ringing_Key_List: "answer ignore ignoresilent dir favorites messages",
  Connected_Key_List:
    "bxfer calllist conf conflx crdstart crdstop crdpause crdresume dir disp_code dnd emergency endcall favorites hold messages park phold redial showvideo trace unpark xfer xferlx adhocparticipants callpush newcall settings",
  "Start-Xfer_Key_List":
    "dir dnd endcall favorites hold messages redial xfer crdstart crdstop crdpause crdresume settings",
  "Start-Conf_Key_List":
    "conf dir dnd endcall favorites hold messages redial xfer crdstart crdstop crdpause crdresume settings",
  Conferencing_Key_List:
    "crdstart crdstop crdpause crdresume dir disp_code dnd endcall favorites hold join messages phold trace settings",
  Hold_Key_List:
    "cfwd dir disp_code dnd endcall favorites messages newcall redial resume trace callpush adhocparticipants recents settings crdstart crdstop crdpause crdresume",
  Shared_Active_Key_List:
    "barge bargesilent bridgein callpush callretrieve cfwd dir dnd favorites messages newcall recents unpark crdstart crdstop crdpause crdresume settings",
  Shared_Held_Key_List:
    "barge cfwd dir dnd favorites messages newcall recents resume crdstart crdstop crdpause crdresume settings",
  Connected_Video_Key_List:
    "bxfer calllist conf conflx dnd endcall favorites hold messages park phold pip redial swap unpark xfer xferlx",
  Exec_Assistant_Key_List: "proxycall divert",
};

/** Lists from which the phone removes unknown keywords and programmable keys; it rejects other lists completely. */
const droppingLists: Readonly<Record<string, string>> = {
  Broadsoft_Call_History_Key_List: "option call editcall filter back",
};

const everywhere = new Set(Object.values(lists).flatMap((words) => words.split(" ")));

/** In no document, but in the lists that phones of several families print of themselves. */
const printedByPhones = new Set(
  "abc alpha back clear flash home hoteling hotdesk hotdesk_signout ignoreall line toggle".split(" "),
);

/** Keywords that a list takes; undefined for a list that no document describes. */
function keywordsOf(listName: string): ReadonlySet<string> | undefined {
  return Object.hasOwn(lists, listName) ? new Set((lists[listName] ?? "").split(" ")) : undefined;
}

/** Keys that users program. */
const programmable = /^psk(?:[1-9]|1[0-6])$/;

export interface Softkey {
  readonly keyword: string;
  readonly position: number | undefined;
  readonly keywordSpan: { readonly start: number; readonly end: number };
  readonly problem: string | undefined;
}

export function readSoftkeys(text: string): Softkey[] {
  return readPairs(text).map(({ span }) => {
    const body = text.slice(span.start, span.end);
    const bar = body.indexOf("|");
    const keyword = (bar < 0 ? body : body.slice(0, bar)).trim();
    const position = bar < 0 ? "" : body.slice(bar + 1).trim();
    return {
      keyword,
      position: /^\d+$/.test(position) ? Number(position) : undefined,
      keywordSpan: { start: span.start, end: span.start + keyword.length },
      problem: position === "" || /^0*[1-9]\d*$/.test(position) ? undefined : position,
    };
  });
}

/** The keys that the phone shows; undefined if it rejects the list and keeps the old one. */
export function shownSoftkeys(listName: string, text: string): readonly Softkey[] | undefined {
  const all = readSoftkeys(text);
  const kept = droppingKeywords(listName);
  if (kept) return all.filter(({ keyword, problem }) => problem === undefined && kept.has(keyword.toLowerCase()));
  return checkSoftkeys(listName, text).length > 0 ? undefined : all;
}

function droppingKeywords(listName: string): ReadonlySet<string> | undefined {
  return Object.hasOwn(droppingLists, listName) ? new Set((droppingLists[listName] ?? "").split(" ")) : undefined;
}

/** What the phone does not accept in a list: one wrong keyword makes it reject most lists completely. */
function checkSoftkeys(listName: string, typed: string): Problem[] {
  const kept = droppingKeywords(listName);
  const problems = escapedBars(typed);
  // Blanked, so that one slip is one problem and the offsets stay.
  const text = problems.length > 0 ? typed.replace(escapedBar, " |") : typed;
  if (kept) return [...problems, ...droppedSoftkeys(text, kept)];
  const allowed = keywordsOf(listName);
  for (const { keyword, keywordSpan, problem } of readSoftkeys(text)) {
    const folded = keyword.toLowerCase();
    if (problem !== undefined) {
      problems.push({
        code: "softkey/bad-position",
        severity: "warning",
        message: l10n.t("`{0}` is not a valid position. Use a number from 1. The phone keeps its old list.", problem),
        span: keywordSpan,
      });
    }
    if (!allowed || allowed.has(folded) || programmable.test(folded) || keyword === "" || printedByPhones.has(folded))
      continue;
    if (everywhere.has(folded)) {
      problems.push({
        code: "softkey/not-in-this-list",
        severity: "warning",
        message: l10n.t("The softkey `{0}` is for another call state. The phone keeps its old list.", keyword),
        span: keywordSpan,
      });
      continue;
    }
    const near = nearest(folded, allowed);
    problems.push({
      code: "softkey/unknown",
      severity: near === undefined ? "hint" : "warning",
      message:
        near === undefined
          ? l10n.t("`{0}` is not one of the known softkeys.", keyword)
          : l10n.t("Unknown softkey `{0}`. Did you mean `{1}`? The phone keeps its old list.", keyword, near),
      span: keywordSpan,
      ...(near !== undefined && {
        fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: keywordSpan, text: near }] }],
      }),
    });
  }
  return problems;
}

const escapedBar = /\\\|/g;

/** `option\|1`, as the vendor's own page prints it: the bar of a table that was escaped. */
function escapedBars(text: string): Problem[] {
  const [first, ...others] = [...text.matchAll(escapedBar)];
  if (!first) return [];
  const edits = [first, ...others].map(({ index }) => ({ span: { start: index, end: index + 1 }, text: "" }));
  return [
    {
      code: "softkey/escaped-bar",
      severity: "warning",
      message: l10n.t("The phone reads the backslash as part of the keyword. Write only `|` before a position."),
      span: { start: first.index, end: first.index + 2 },
      fixes: [{ title: l10n.t("Remove the backslashes"), edits }],
    },
  ];
}

function droppedSoftkeys(text: string, kept: ReadonlySet<string>): Problem[] {
  return readSoftkeys(text).flatMap(({ keyword, keywordSpan, problem }): Problem[] => {
    if (keyword === "" || (problem === undefined && kept.has(keyword.toLowerCase()))) return [];
    const near = nearest(keyword.toLowerCase(), kept);
    const names = [...kept].join(", ");
    return [
      {
        code: "softkey/dropped",
        severity: "warning",
        message: l10n.t("The phone removes the softkey `{0}` from the list. The list can contain {1}.", keyword, names),
        span: keywordSpan,
        ...(near !== undefined &&
          near !== keyword.toLowerCase() && {
            fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: keywordSpan, text: near }] }],
          }),
      },
    ];
  });
}

export const softkeyList: ValueType = {
  id: "PskSoftkeyList",
  check(text, at) {
    // The table is of multiplatform phones; factory lists of others have keys of other states in them.
    const stated = at.device.certainty === "stated" && at.generation === "MPP";
    return checkSoftkeys(at.name, text).filter(({ code }) => stated || code !== "softkey/not-in-this-list");
  },
  describe: (text) =>
    readSoftkeys(text)
      .map(({ keyword, position }) => (position === undefined ? keyword : `${position}: ${keyword}`))
      .join(", "),
  complete(text, offset, at) {
    const replace = currentItem(text, offset, ";");
    if (text.slice(replace.start, offset).includes("|")) return [];
    const present = new Set(
      readSoftkeys(text).flatMap(({ keyword, keywordSpan }) =>
        keywordSpan.end === offset ? [] : [keyword.toLowerCase()],
      ),
    );
    return [...(droppingKeywords(at.name) ?? keywordsOf(at.name) ?? everywhere)]
      .filter((word) => !present.has(word))
      .map((label) => ({ label, kind: "keyword" as const, replace }));
  },
  tokens: (text) =>
    readSoftkeys(text).flatMap(({ keywordSpan }): ValueToken[] =>
      keywordSpan.end > keywordSpan.start ? [{ span: keywordSpan, kind: "keyword" }] : [],
    ),
};

const plkOptions = new Set([
  "mwi",
  "sd",
  "blf",
  "shortcut",
  "dnd",
  "cfwd",
  "xml",
  "prk",
  "lcr",
  "acd",
  "callinfo",
  "calllist",
  "inert",
  "cp",
  "mwi+sd",
  "blf+sd",
  "blf+cp",
  "blf+sd+cp",
]);

/** Functions a user may put on a line key, joined by `;`. */
export const plkOptionList: ValueType = {
  id: "PlkOptionList",
  check(text) {
    return readPairs(text).flatMap(({ value, valueSpan }): Problem[] => {
      const word = value.toLowerCase();
      if (plkOptions.has(word)) return [];
      const near = nearest(word, plkOptions);
      return [
        {
          code: "line-key/unknown-option",
          severity: near ? "warning" : "hint",
          message: near
            ? l10n.t("Unknown line-key option `{0}`. Did you mean `{1}`?", value, near)
            : l10n.t("`{0}` is not a line-key function that users can choose.", value),
          span: valueSpan,
          ...(near && {
            fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: valueSpan, text: near }] }],
          }),
        },
      ];
    });
  },
  complete: (text, offset) =>
    [...plkOptions].map((label) => ({ label, kind: "keyword" as const, replace: currentItem(text, offset, ";") })),
};
