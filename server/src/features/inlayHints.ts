import {
  type InlayHint,
  type InlayHintParams,
  type InlayHintRegistrationOptions,
  InlayHintRequest,
} from "vscode-languageserver-protocol";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";

/** Numbers of seconds as times, schedules in words: for what is on the screen. */
export const inlayHints: Feature<InlayHintParams, InlayHint[] | null, InlayHint[], InlayHintRegistrationOptions> = {
  request: InlayHintRequest.type,
  capability: { inlayHintProvider: { resolveProvider: false } },
  empty: null,
  run({ snapshot, lines, settings }, { range }) {
    if (!settings.inlayHints) return [];
    const { document, describer } = snapshot;
    const from = lines.offsetAt(range.start);
    const to = lines.offsetAt(range.end);
    const cursor = new LineCursor(lines);
    const hints: InlayHint[] = [];
    for (let i = document.indexAt(from); i < document.segments.length; i++) {
      const base = document.starts[i] ?? 0;
      if (base > to) break;
      for (const setting of document.segments[i]?.settings ?? []) {
        const end = base + setting.parts.valueEnd;
        if (end < from || end > to || setting.templated) continue;
        const { setpoint, type } = describer.facts(setting);
        if (!setpoint || !type?.hint || setpoint.parameter.secret) continue;
        const { text } = setting;
        if (text === "" || text === '""') continue;
        const label = type.hint(text, setpoint);
        if (label === undefined || label === "") continue;
        hints.push({ position: cursor.positionAt(base + setting.valueSpan.end), label, paddingLeft: true });
      }
    }
    return hints;
  },
};
