import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { SectionTag, Segment } from "../../../profile/setting";
import { addressIn } from "../fileName";

// Which phones read a file at all: they ask for it by its name.

const ofPhone = /^SEP[0-9A-F]{12}\.cnf\.xml$/;

function rootOf(document: ProfileDocument): { readonly segment: Segment; readonly tag: SectionTag } | undefined {
  for (const segment of document.segments)
    for (const tag of segment.tags) if (tag.role === "profile" && tag.kind === "open") return { segment, tag };
  return undefined;
}

export const defaultNotRead: Check = {
  code: "file/default-not-read",
  severity: "info",
  title: "Only phones without a file of their own read the default file",
  docs: "A phone asks for `SEP<MAC>.cnf.xml` first. When the server has it, the phone does not ask for `XMLDefault.cnf.xml`, and a change there does not reach it. People report that firmware 9 and later ignores the default file altogether.",
  examples: [
    {
      bad: "<Default><servicesURL>http://192.0.2.1/s</servicesURL></Default>",
      good: "<device><servicesURL>http://192.0.2.1/s</servicesURL></device>",
      folder: {
        own: "XMLDefault.cnf.xml",
        others: { "SEP00005E005301.cnf.xml": "<device><servicesURL></servicesURL></device>" },
      },
    },
  ],
  document(document, { neighbors, report }) {
    const root = rootOf(document);
    if (!neighbors || root?.tag.name !== "Default") return;
    const count = neighbors.names.filter((name) => ofPhone.test(name)).length;
    if (count === 0) return;
    report(root.segment, {
      message:
        count === 1
          ? l10n.t("Only phones without a file of their own read the default file. 1 phone of the folder has one.")
          : l10n.t(
              "Only phones without a file of their own read the default file. {0} phones of the folder have one.",
              count,
            ),
      span: root.tag.nameSpan,
    });
  },
};

export const neverAsked: Check = {
  code: "file/never-asked",
  severity: "info",
  title: "No phone asks for a file of this name",
  docs: "A phone asks for `SEP<MAC>.cnf.xml` with the twelve digits of its address in capital letters, and TFTP servers distinguish letter case. Under another name the file is not found, and the phone goes on to `XMLDefault.cnf.xml`.",
  examples: [
    {
      bad: "<device><deviceProtocol>SIP</deviceProtocol></device>",
      good: "<Default><servicesURL/></Default>",
      folder: { own: "SEP00005e005301.cnf.xml" },
    },
  ],
  document(document, { neighbors, report }) {
    const root = rootOf(document);
    const digits = neighbors?.own.toLowerCase().endsWith(".xml") ? addressIn(neighbors.own) : undefined;
    if (!neighbors || root?.tag.name !== "device" || digits === undefined || ofPhone.test(neighbors.own)) return;
    report(root.segment, {
      message: l10n.t(
        "No phone asks for `{0}`. It asks for `{1}`.",
        neighbors.own,
        `SEP${digits.toUpperCase()}.cnf.xml`,
      ),
      span: root.tag.nameSpan,
    });
  },
};
