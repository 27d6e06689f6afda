import {
  type Hover,
  type HoverParams,
  type HoverRegistrationOptions,
  HoverRequest,
  MarkupKind,
} from "vscode-languageserver-protocol";
import { contains } from "../text/span";
import { type Feature, rangeOf } from "./feature";
import { attributePage, parameterPage, pictureOf, valuePage } from "./manualPage";
import { panelLink } from "./script";

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
    const attribute = setting.parts.attributes.find((a) => contains(a.span, inside));
    if (attribute && setting.parts.form !== "attribute") {
      const page = attributePage(attribute.name);
      return page === undefined
        ? null
        : answer(page, { start: attribute.span.start + start, end: attribute.span.end + start });
    }
    const onName =
      contains(setting.nameSpan, inside) || (setting.closeNameSpan && contains(setting.closeNameSpan, inside));
    const span = onName ? setting.nameSpan : setting.valueSpan;
    if (!onName && !contains(setting.valueSpan, inside)) return null;
    const words = setting.templated ? undefined : valuePage(facts, setting.text);
    const picture = words === undefined ? undefined : pictureOf(facts, setting.text, file.client);
    const link = words === undefined ? undefined : panelLink(setting, start, file);
    const value = words && [picture, words, link].filter((part) => part !== undefined).join("\n\n");
    const parts = onName
      ? [parameterPage(setting.name, facts, snapshot), value]
      : [value, parameterPage(setting.name, facts, snapshot)];
    const text = parts.filter((part) => part !== undefined && part !== "").join("\n\n---\n\n");
    return text === "" ? null : answer(text, { start: span.start + start, end: span.end + start });

    function answer(value: string, range: { start: number; end: number }): Hover {
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(range, lines) };
    }
  },
};
