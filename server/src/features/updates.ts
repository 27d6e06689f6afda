import { inLines, replacedLines } from "../deployment/updateLines";
import type { UpdateQuestion } from "../deployment/updates";
import type { ReplacementAnswer } from "../protocol/updates";
import { LineIndex } from "../text/lineIndex";
import { isCount, isObject, isText, optional, type Shape } from "./paramShapes";
import { type FileRequestFeature, fileParams, type RequestFeature } from "./requestFeature";

const isQuestion: Shape<UpdateQuestion> = (raw): raw is UpdateQuestion =>
  isObject(raw) &&
  [raw.mac, raw.firmware, raw.offered].every(optional(isText)) &&
  [raw.firmwareBytes, raw.devices].every(optional(isCount));

/** What a device fetches by itself as the file says. */
export const updates: FileRequestFeature<"flatProfile/updates"> = {
  params: { ...fileParams, question: isQuestion },
  empty: null,
  run({ version, snapshot, lines }, { question }) {
    const { dialect, document, catalogue } = snapshot;
    if (!dialect.updates || document.form === "foreign") return null;
    return { version, ...inLines(dialect.updates.plan(document, catalogue, question), lines) };
  },
};

/** What an open file takes from a device whose export is another one. */
export const replacement: RequestFeature<"flatProfile/replacement"> = {
  params: { ...fileParams, running: isText },
  async run({ textDocument, running }, server): Promise<ReplacementAnswer> {
    const file = await server.file(textDocument.uri);
    const { dialect, document, catalogue } = file?.snapshot ?? {};
    if (!file || !dialect?.updates || !document || !catalogue) return { kind: "none", reason: "not known" };
    const text = await server.read(running);
    if (text === undefined) return { kind: "none", reason: "not read" };
    const own = server.services.forFile({ name: running, head: text });
    if (own && own.dialect !== dialect) return { kind: "none", reason: "other format" };
    const before = dialect.read(text, catalogue);
    if (!own && before.segments.every(({ settings }) => settings.length === 0))
      return { kind: "none", reason: "other format" };
    const settings = dialect.updates.replace(before, document, catalogue);
    return { kind: "report", settings: replacedLines(settings, new LineIndex(text), file.lines) };
  },
};
