import * as l10n from "@vscode/l10n";
import type { SharedCheck } from "./check";

export const byteOrderMark: SharedCheck = {
  code: "xml/byte-order-mark",
  severity: "info",
  title: "Byte-order mark",
  docs: `The file begins with a byte-order mark. UTF-8 does not need it, and not every firmware skips it. Save the file as UTF-8 without a byte-order mark.`,
  document(document, { report }) {
    const [first] = document.segments;
    if (first?.text.charCodeAt(0) !== 0xfeff) return;
    report(first, {
      message: l10n.t("The file begins with a byte-order mark. Not every firmware skips it."),
      span: { start: 0, end: 1 },
      fixes: [{ title: l10n.t("Remove the byte-order mark"), edits: [{ span: { start: 0, end: 1 }, text: "" }] }],
    });
  },
};
