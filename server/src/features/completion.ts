import * as l10n from "@vscode/l10n";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type CompletionRegistrationOptions,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from "vscode-languageserver-protocol";
import type { Located } from "../analysis/snapshot";
import { dialects } from "../dialects/index";
import type { CursorContext, SyntaxWord } from "../profile/cursorContext";
import { resolveParameter } from "../schema/effectiveParameter";
import type { Suggestion } from "../values/valueType";
import { type Feature, type OpenFile, rangeOf } from "./feature";
import { parameterPage } from "./manualPage";
import { nameItems } from "./nameItems";
import { isText } from "./paramShapes";
import type { WorkspaceFeature } from "./requestFeature";

type Answer = CompletionItem[] | CompletionList | null;

/** Names, end tags, attributes and values, by what is at the cursor. */
export const completion: Feature<CompletionParams, Answer, CompletionItem[], CompletionRegistrationOptions> = {
  request: CompletionRequest.type,
  capability: {
    completionProvider: {
      triggerCharacters: [
        ...new Set(
          dialects.flatMap(({ triggerCharacters: { completion, nameWords = [] } }) => [...completion, ...nameWords]),
        ),
      ],
      resolveProvider: true,
    },
  },
  empty: null,
  run(file, { position, context: asked }) {
    const { snapshot, lines } = file;
    const offset = lines.offsetAt(position);
    const { document, dialect, text } = snapshot;
    if (document.form === "foreign") return null;
    // The client asks after the characters of every dialect.
    const isTyped = asked?.triggerKind === CompletionTriggerKind.TriggerCharacter;
    const typed = isTyped ? (asked.triggerCharacter ?? "") : undefined;
    const { completion: characters, nameWords = [] } = dialect.triggerCharacters;
    const isOther = typed !== undefined && !characters.includes(typed);
    if (isOther && !nameWords.includes(typed)) return null;
    const context = orName(dialect.contextAt(document, text, offset, snapshot.catalogue), file);
    if (isOther && (context.kind !== "name" || context.typed.trim() === "")) return null;
    switch (context.kind) {
      case "name":
        return nameItems(file, context, offset);
      case "words":
        return context.words.length === 0
          ? null
          : context.words.map((word) => wordItem(word, rangeOf(context.replace, lines), file.client.snippets));
      case "value": {
        const located = snapshot.at(offset);
        return located ? valueItems(located, offset, file) : null;
      }
      case "none":
        return null;
    }
  },
};

/** Words of a name look like a name with attributes; the first shows which it is. */
function orName(context: CursorContext, { snapshot }: OpenFile): CursorContext {
  const name = context.kind === "words" ? context.orName : undefined;
  const [first = ""] = name?.typed.split(/\s/) ?? [];
  return name && !snapshot.catalogue.has(first, name.path) ? name : context;
}

const wordKinds: Readonly<Record<SyntaxWord["kind"], CompletionItemKind>> = {
  "section end": CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  "attribute value": CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  label: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
};

function wordItem({ label, kind, insert, detail }: SyntaxWord, range: Range, snippets: boolean): CompletionItem {
  const newText = (snippets ? insert?.snippet : insert?.plain) ?? label;
  return {
    label,
    kind: wordKinds[kind],
    textEdit: { range, newText },
    ...(insert && { insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText }),
    ...(detail !== undefined && { detail }),
  };
}

const kinds: Readonly<Record<Suggestion["kind"], CompletionItemKind>> = {
  value: CompletionItemKind.Value,
  keyword: CompletionItemKind.Keyword,
  macro: CompletionItemKind.Variable,
  operator: CompletionItemKind.Operator,
  function: CompletionItemKind.Function,
  snippet: CompletionItemKind.Snippet,
  unit: CompletionItemKind.Unit,
};

function valueItems({ setting, start, facts }: Located, offset: number, file: OpenFile): CompletionItem[] {
  const { effective, type } = facts;
  if (!effective) return [];
  const { value } = setting;
  const inside = offset - start;
  // Blanks around the value do not count: the cursor there is at its nearer end.
  const at = value.fromSource(inside) ?? (inside <= value.source.start ? 0 : value.text.length);
  // What is typed is compared with the filter of a suggestion, so the filter may repeat it.
  const hasSecret = file.snapshot.shownText(setting) !== setting.text;
  const all = type?.complete?.(value.text, at, effective) ?? [];
  const suggestions = hasSecret ? all.filter(({ filter }) => filter === undefined) : all;
  const items = suggestions.map((suggestion, i) => toItem(suggestion, i, { setting, start, facts }, file));
  if (items.length === 0 && effective.default && !effective.parameter.secret) {
    const replace = { start: 0, end: value.text.length };
    items.push(
      toItem(
        { label: effective.default, kind: "value", replace, detail: l10n.t("default") },
        0,
        { setting, start, facts },
        file,
      ),
    );
  }
  return items;
}

function toItem(suggestion: Suggestion, order: number, { setting, start }: Located, file: OpenFile): CompletionItem {
  const source = setting.value.toSource(suggestion.replace);
  const range = rangeOf({ start: source.start + start, end: source.end + start }, file.lines);
  const isSnippet = suggestion.kind === "snippet" && suggestion.insert !== undefined;
  const insert = suggestion.insert ?? suggestion.label;
  const text = isSnippet && !file.client.snippets ? insert.replace(/\$\{\d+:?([^}]*)\}|\$\d/g, "$1") : insert;
  return {
    label: suggestion.label,
    kind: kinds[suggestion.kind],
    sortText: `${String(suggestion.rank ?? 50).padStart(3, "0")}${String(order).padStart(4, "0")}`,
    filterText: suggestion.filter ?? suggestion.label,
    ...(suggestion.detail && { detail: suggestion.detail }),
    ...(suggestion.documentation && { documentation: { kind: MarkupKind.Markdown, value: suggestion.documentation } }),
    insertTextFormat: isSnippet && file.client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: file.snapshot.dialect.write.encode(text, setting) },
  };
}

/** Adds the manual page to a name when the client asks for it. */
export const completionResolve: WorkspaceFeature<CompletionItem, CompletionItem> = {
  request: CompletionResolveRequest.type,
  capability: {},
  params: { label: isText },
  async run(item, server) {
    // A name needs a catalogue and a phone: those of the first open file whose catalogue has the name.
    for await (const file of server.openFiles()) {
      const resolved = resolveName(item, file);
      if (resolved !== item) return resolved;
    }
    return item;
  },
};

export function resolveName(item: CompletionItem, file: OpenFile): CompletionItem {
  const key = item.data as unknown;
  if (typeof key !== "string") return item;
  const { catalogue, device } = file.snapshot;
  const nameStart = key.lastIndexOf("/") + 1;
  const name = key.slice(nameStart);
  const found = catalogue.find(name, key.slice(0, Math.max(0, nameStart - 1)));
  if (!found) return item;
  const page = parameterPage(
    name,
    { effective: resolveParameter(found, name, device, catalogue), type: undefined },
    file.snapshot,
  );
  return page === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: page } };
}
