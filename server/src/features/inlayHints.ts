import * as l10n from "@vscode/l10n";
import {
  type InlayHint,
  type InlayHintParams,
  type InlayHintRegistrationOptions,
  InlayHintRequest,
} from "vscode-languageserver-protocol";
import type { PreviewRun } from "../preview/preview";
import type { Setting } from "../profile/setting";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";
import { previewRun } from "./previewRun";
import { columnName } from "./rows";

/** Characters of an address at most: VS Code cuts hints that are longer. The tooltip has all of it. */
const maxLength = 40;

/** Numbers of seconds as times, schedules in words, what the chosen device fetches: for what is on the screen. */
export const inlayHints: Feature<InlayHintParams, InlayHint[] | null, InlayHint[], InlayHintRegistrationOptions> = {
  request: InlayHintRequest.type,
  capability: { inlayHintProvider: { resolveProvider: false } },
  empty: null,
  run(file, { range }) {
    const { snapshot, lines, settings } = file;
    const present = settings.addressHints ? previewRun(file) : undefined;
    if (!settings.inlayHints && !present) return [];
    const { document, likelyAnalyzer } = snapshot;
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
        const fetched = present && fetchedHint(setting, present);
        if (fetched) {
          hints.push({ ...fetched, position: cursor.positionAt(base + setting.valueSpan.end), paddingLeft: true });
          continue;
        }
        if (settings.inlayHints && !setting.hasName && setting.path !== "")
          hints.push({
            position: cursor.positionAt(base + setting.parts.valueStart),
            label: `${columnName(setting)}:`,
            paddingRight: true,
          });
        const { effective, type } = likelyAnalyzer.facts(setting);
        if (!settings.inlayHints || !effective || !type?.hint || snapshot.isSecret(setting)) continue;
        if (setting.isEmpty) continue;
        const label = type.hint(snapshot.shownText(setting), effective);
        if (label === undefined || label === "") continue;
        hints.push({ position: cursor.positionAt(base + setting.valueSpan.end), label, paddingLeft: true });
      }
    }
    return hints;
  },
};

/** What a rule comes to, or the value on the device that replaces it; nothing where what is written says it already. */
function fetchedHint(setting: Setting, present: PreviewRun): Pick<InlayHint, "label" | "tooltip"> | undefined {
  const words = present.hintOf(setting);
  if (words === undefined || words === setting.text.trim()) return undefined;
  const shown = words === "" ? l10n.t("empty") : words;
  return { label: `→ ${shortened(shown)}`, tooltip: l10n.t("On {0}: {1}", present.name, shown) };
}

/** Host and file name matter most: the scheme is dropped first, then the folders, then the host. */
function shortened(text: string): string {
  const [, host = "", path = text] = /^\w+:\/\/([^/]*)(.*)$/.exec(text) ?? [];
  const file = path.slice(path.lastIndexOf("/") + 1);
  const forms = [text, `${host}${path}`, `${host}/…/${file}`, `…/${file}`];
  return forms.find(({ length }) => length <= maxLength) ?? `…${text.slice(1 - maxLength)}`;
}
