import {
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentLinkRegistrationOptions,
  DocumentLinkRequest,
} from "vscode-languageserver-protocol";
import type { Setting } from "../profile/setting";
import { type Span, shift } from "../text/span";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";
import { perSegment } from "./perSegment";
import { besideUri } from "./placeIndex";

/** Links answered at most. */
const maxLinks = 10_000;

/** Addresses in values that a browser can open. */
export const documentLinks: Feature<
  DocumentLinkParams,
  DocumentLink[] | null,
  DocumentLink[],
  DocumentLinkRegistrationOptions
> = {
  request: DocumentLinkRequest.type,
  capability: { documentLinkProvider: { resolveProvider: false } },
  empty: null,
  run({ snapshot, lines, uri }) {
    const cursor = new LineCursor(lines);
    const { document, likelyAnalyzer } = snapshot;
    const found: DocumentLink[] = [];
    for (const [i, segment] of document.segments.entries()) {
      for (const { kind, name, span } of snapshot.dialect.places?.inSegment(segment) ?? []) {
        const target = kind === "file" && found.length < maxLinks ? besideUri(uri, name) : undefined;
        if (target) found.push({ range: cursor.rangeOf(shift(span, document.starts[i] ?? 0)), target });
      }
      for (const { setting, span, target } of linksOf(segment, likelyAnalyzer)) {
        if (found.length === maxLinks) return found;
        if (snapshot.isSecret(setting)) continue;
        found.push({ range: cursor.rangeOf(shift(span, document.starts[i] ?? 0)), target });
      }
    }
    return found;
  },
};

interface Link {
  readonly setting: Setting;
  readonly span: Span;
  readonly target: string;
}

const linksOf = perSegment((segment, analyzer): readonly Link[] => {
  const links: Link[] = [];
  for (const setting of segment.settings) {
    const { effective, type } = analyzer.facts(setting);
    if (!effective || !type?.links || setting.templated || setting.text === "") continue;
    for (const { span, target } of type.links(setting.text, effective)) {
      // Only the phone knows the value of a macro.
      if (!/^https?:\/\/[^$\s]+$/i.test(target)) continue;
      // An editor shows the address of a link: one with a password or token is none.
      if (analyzer.dialect.secrets.places(target).length > 0) continue;
      links.push({ setting, span: setting.value.toSource(span), target });
    }
  }
  return links;
});
