import {
  type Hover,
  type HoverParams,
  type HoverRegistrationOptions,
  HoverRequest,
  MarkupKind,
} from "vscode-languageserver-protocol";
import { codeSpan } from "../text/markdown";
import { contains, shift } from "../text/span";
import { type Feature, rangeOf } from "./feature";
import { parameterPage, pictureOf, valuePage } from "./manualPage";
import { previewRun, previewSource } from "./previewRun";
import { panelLink, ringRhythm } from "./scriptPanels";

/** A manual page for the parameter, and what its value means. */
export const hover: Feature<HoverParams, Hover | null, never, HoverRegistrationOptions> = {
  request: HoverRequest.type,
  capability: { hoverProvider: true },
  empty: null,
  run(file, { position }) {
    const { snapshot, lines } = file;
    const offset = lines.offsetAt(position);
    const located = snapshot.at(offset);
    if (!located) return null;
    const { setting, start, facts } = located;
    const inside = offset - start;
    const syntax = snapshot.dialect.syntaxAt?.(setting, inside);
    if (syntax) return syntax.page === undefined ? null : answer(syntax.page, shift(syntax.span, start));
    const onName =
      (setting.hasName && contains(setting.nameSpan, inside)) ||
      (setting.endNameSpan && contains(setting.endNameSpan, inside));
    const span = onName ? setting.nameSpan : setting.valueSpan;
    if (!onName && !contains(setting.valueSpan, inside)) return null;
    const isShown = !setting.templated && !snapshot.isSecret(setting);
    const text = isShown ? snapshot.shownText(setting) : "";
    const words = isShown ? valuePage(facts, text) : undefined;
    const picture = words === undefined ? undefined : pictureOf(facts, text, file.client);
    const link = words === undefined ? undefined : panelLink(setting, start, file);
    const describes = isShown && facts.effective;
    const run = describes ? previewRun(file) : undefined;
    const result = run?.resultOf(setting);
    const rhythm = words === undefined ? undefined : ringRhythm(setting, snapshot.profileAt(offset), file);
    const rhythmPage = rhythm && [
      `${rhythm.name}: ${codeSpan(rhythm.text)}`,
      pictureOf(rhythm.facts, rhythm.text, file.client),
      valuePage(rhythm.facts, rhythm.text),
    ];
    const value = joined([picture, words, ...(rhythmPage ?? []), result, link], "\n\n");
    const page = parameterPage(setting.name, facts, snapshot);
    const part =
      describes && !onName
        ? snapshot.dialect.preview?.partAt(previewSource(snapshot), setting, offset, run)
        : undefined;
    const shown = joined(onName ? [page, value] : [part?.text, value, page], "\n\n---\n\n");
    return shown === "" ? null : answer(shown, part?.span ?? { start: span.start + start, end: span.end + start });

    function answer(value: string, range: { start: number; end: number }): Hover {
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(range, lines) };
    }
  },
};

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}
