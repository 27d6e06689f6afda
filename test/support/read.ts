import { format } from "../../server/src/dialects/cisco-flat-profile/format";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import type { TextSource } from "../../server/src/text/piecedText";
import type { TextChange } from "../../server/src/text/textChange";
import type { ElementParts } from "../../server/src/xml/element";
import { catalogue } from "./catalogue";

export function read(text: string): ProfileDocument {
  return format.read(text, catalogue);
}

export function update(text: TextSource, previous: ProfileDocument, change: TextChange): ProfileDocument {
  return format.read(text, catalogue, previous, change);
}

/** Everything the reader found out, with offsets of the file, as plain data. */
export function flat(document: ProfileDocument): unknown {
  return {
    form: document.form,
    profiles: document.profiles.map((profile) => profile.count),
    settings: document.segments.flatMap((segment, i) => {
      const base = document.starts[i] ?? 0;
      return segment.settings.map((s) => ({
        name: s.name,
        path: s.path,
        form: (s.parts as Partial<ElementParts>).form,
        text: s.text,
        start: s.parts.start + base,
        end: s.parts.end + base,
        value: [s.valueSpan.start + base, s.valueSpan.end + base],
        attributes: (s.parts as Partial<ElementParts>).attributes?.map((a) => `${a.name}=${a.value}`),
        templated: s.templated,
      }));
    }),
    problems: document.segments.flatMap((segment, i) => {
      const base = document.starts[i] ?? 0;
      return segment.problems.map((p) => `${p.code}@${p.span.start + base}-${p.span.end + base}`);
    }),
    templates: document.segments.flatMap((segment, i) =>
      segment.templates.map((end) => end + (document.starts[i] ?? 0)),
    ),
    tags: document.segments.flatMap((segment, i) =>
      segment.tags.map((t) => `${t.kind} ${t.path}@${t.span.start + (document.starts[i] ?? 0)}`),
    ),
  };
}
