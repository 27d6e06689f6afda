import * as l10n from "@vscode/l10n";
import { host as sharedHost } from "../../../values/host";
import { whole } from "../../../values/number";
import { port as sharedPort } from "../../../values/port";
import { url as sharedUrl } from "../../../values/url";
import type { ValueType } from "../../../values/valueType";
import { judged, notOfType, severityBy } from "./judged";

/** Any text, not longer than the phone takes. */
export const str: ValueType = judged({
  id: "Str",
  check(text, { parameter }) {
    const { maxLength, typeBasis } = parameter;
    if (maxLength === undefined || text.length <= maxLength) return [];
    return [
      {
        code: "value/over-length",
        severity: typeBasis === "documented" ? "warning" : "hint",
        message: l10n.t("Too long: {0} of {1} characters. The phone cuts the text.", text.length, maxLength),
        span: { start: maxLength, end: text.length },
      },
    ];
  },
});

/** Version of software: `V1 R4.9.0`, or its numbers alone. */
export const version: ValueType = judged({
  id: "Version",
  check: (text, at) =>
    /^V\d+(?:\.\d+)?\s*R\d+(?:\.\d+){0,2}(?![\d.])|^\d+(?:\.\d+){2,4}$/i.test(text)
      ? []
      : [{ ...notOfType(text, at, l10n.t("`{0}` is not a version, such as `V1 R4.9.0`.", text)), severity: "warning" }],
  tokens: (text) => [{ span: whole(text), kind: "number" }],
});

const grade = (type: ValueType, id: string) =>
  judged({ ...type, id }, (text, at) =>
    type
      .check(text, at)
      .map((problem) =>
        problem.severity === "hint" ? problem : { ...problem, severity: severityBy(at.parameter.typeBasis) },
      ),
  );

export const host = grade(sharedHost, "Host");
export const webAddress = grade(sharedUrl, "WebAddress");
export const port = judged(sharedPort);
