import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentHighlightRegistrationOptions,
  DocumentHighlightRequest,
} from "vscode-languageserver-protocol";
import { type Span, shift } from "../text/span";
import { type Feature, rangeOf } from "./feature";
import { tagNamesOfContainer } from "./linkedEditing";
import { mentionsOfName, settingsOfName, subjectAt } from "./mentions";

/** The tags of a parameter and every place that uses it. */
export const documentHighlight: Feature<
  DocumentHighlightParams,
  DocumentHighlight[] | null,
  DocumentHighlight[],
  DocumentHighlightRegistrationOptions
> = {
  request: DocumentHighlightRequest.type,
  capability: { documentHighlightProvider: true },
  empty: null,
  run(file, { position }) {
    const { snapshot, lines } = file;
    const offset = lines.offsetAt(position);
    const highlight = (span: Span, kind: DocumentHighlightKind): DocumentHighlight => ({
      range: rangeOf(span, lines),
      kind,
    });
    const subject = subjectAt(snapshot, offset);
    if (!subject) {
      const pair = tagNamesOfContainer(snapshot, offset);
      return pair ? pair.map((span) => highlight(span, DocumentHighlightKind.Text)) : null;
    }
    const found = mentionsOfName(snapshot, subject.name).map(({ span, writes }) =>
      highlight(span, writes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read),
    );
    for (const setting of settingsOfName(snapshot, subject.name, offset)) {
      const base = snapshot.document.startOf(setting.segment);
      found.push(highlight(shift(setting.nameSpan, base), DocumentHighlightKind.Write));
      const close = setting.closeNameSpan;
      if (close && setting === subject.setting) found.push(highlight(shift(close, base), DocumentHighlightKind.Write));
    }
    return found;
  },
};
