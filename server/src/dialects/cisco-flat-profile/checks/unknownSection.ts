import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { type Container, containersOf } from "../../../profile/containers";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import type { Edit } from "../../../text/span";
import { shift } from "../../../text/span";

export const unknownSection: Check = {
  code: "parameter/in-unknown-section",
  severity: "warning",
  title: "Settings in a section that no phone has",
  docs: `Phones look for settings directly below \`<flat-profile>\`; they skip other sections, such as \`<Ext_2>\`, with all their settings. Only the router part of adapters has sections, inside \`<router-configuration>\`. The fix moves the settings out of the section.

A section without a single setting that phones have is only a hint.`,
  examples: [
    {
      bad: "<flat-profile>\n<Ext_2>\n<User_ID_2_>7</User_ID_2_>\n</Ext_2>\n</flat-profile>",
      good: "<flat-profile>\n<User_ID_2_>7</User_ID_2_>\n</flat-profile>",
    },
  ],
  document(document, { catalogue, report }) {
    // Around a list without the root the section may be anything.
    if (document.form !== "whole") return;
    const containers = containersOf(document);
    for (const [at, container] of containers.entries()) {
      if (!isUnknown(container, catalogue)) continue;
      if (container.parent && isUnknown(container.parent, catalogue)) continue;
      const { count, isOurs } = countIn(document, container, catalogue);
      const index = document.indexAt(container.openName.start);
      const segment = document.segments[index];
      if (!segment || count === 0) continue;
      const base = -(document.starts[index] ?? 0);
      const { name } = container;
      report(segment, {
        severity: isOurs ? "warning" : "hint",
        message: !isOurs
          ? l10n.t("The section `<{0}>` is not in the catalogue.", name)
          : count === 1
            ? l10n.t("A setting in the section `<{0}>` must be directly below the root. The phone ignores it.", name)
            : l10n.t(
                "{0} settings in the section `<{1}>` must be directly below the root. The phone ignores them.",
                count,
                name,
              ),
        span: shift(container.openName, base),
        ...(isOurs && {
          fixes: [
            {
              title: l10n.t("Move the settings out of `<{0}>`", name),
              edits: unwrapped(document, containers, at, catalogue).map(({ span, text }) => ({
                span: shift(span, base),
                text,
              })),
            },
          ],
        }),
      });
    }
  },
};

function isUnknown({ role, path }: Container, catalogue: Catalogue): boolean {
  return role === "section" && !catalogue.hasSection(path);
}

function countIn(
  document: ProfileDocument,
  { span }: Container,
  catalogue: Catalogue,
): { count: number; isOurs: boolean } {
  let count = 0;
  let isOurs = false;
  for (let i = document.indexAt(span.start); i <= document.indexAt(span.end); i++) {
    const start = document.starts[i] ?? 0;
    for (const { parts, name } of document.segments[i]?.settings ?? []) {
      if (start + parts.start < span.start || start + parts.start >= span.end) continue;
      count++;
      isOurs ||= catalogue.has(name);
    }
  }
  return { count, isOurs };
}

/** Removes the tags of the section and of the unknown ones inside, each with its line when it is alone there. */
function unwrapped(document: ProfileDocument, all: readonly Container[], at: number, catalogue: Catalogue): Edit[] {
  const inside: Container[] = [];
  const end = all[at]?.span.end ?? 0;
  for (let i = at; i < all.length; i++) {
    const each = all[i] as Container;
    if (each.span.start >= end) break;
    if (isUnknown(each, catalogue)) inside.push(each);
  }
  return inside
    .flatMap(({ open, close }) => (close ? [open, close] : [open]))
    .sort((a, b) => a.start - b.start)
    .map((tag) => ({ span: withLine(document, tag), text: "" }));
}

function withLine(document: ProfileDocument, tag: { readonly start: number; readonly end: number }) {
  const index = document.indexAt(tag.start);
  const text = document.segments[index]?.text ?? "";
  const base = document.starts[index] ?? 0;
  let { start, end } = shift(tag, -base);
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  while (text[end] === " " || text[end] === "\t") end++;
  const newline = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length;
  if (newline === undefined || (start > 0 && text[start - 1] !== "\n")) return tag;
  return shift({ start, end: end + newline }, base);
}
