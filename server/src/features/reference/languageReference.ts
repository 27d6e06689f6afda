import * as l10n from "@vscode/l10n";
import type { DialectService } from "../../analysis/dialectService";
import type { TypeFacts } from "../../schema/packed";
import { codeSpan, escapeProse } from "../../text/markdown";
import { type Links, linked, prose } from "./links";
import { bullets, exampleOf, joined, optionTerms, section } from "./markup";
import { sources } from "./parameterReference";

/** Names listed at most; some types have some hundred parameters. */
const maxNames = 200;

/** The page of a value language as Markdown: how values are written, and which parameters have them. */
export function languageReference(type: TypeFacts, service: DialectService, links: Links): string {
  const entry = service.manual.ofType(type.id);
  const text = (written: string) => prose(written, service, links);
  const examples = (entry?.examples ?? []).map((example) =>
    joined([exampleOf(example, "", service), text(example.effect)]),
  );
  return joined([
    `# ${escapeProse(type.title)}`,
    entry ? text(entry.gist) : text(type.meaning),
    section(l10n.t("Form"), entry && entry.form.length > 0 ? `\`\`\`\n${entry.form.join("\n")}\n\`\`\`` : ""),
    section(l10n.t("Parts"), terms(type, service, links)),
    section(
      l10n.t("Examples"),
      examples.length > 0 ? joined(examples) : type.example === "" ? "" : codeSpan(type.example),
    ),
    section(l10n.t("In practice"), bullets((entry?.practice ?? []).map(text))),
    section(l10n.t("Where documents disagree"), bullets((entry?.disputes ?? []).map(text))),
    section(l10n.t("Phones"), entry?.families ? text(entry.families) : ""),
    section(l10n.t("Parameters"), parametersOf(type, service, links)),
    section(l10n.t("Sources"), sources(entry)),
  ]);
}

function terms({ id, values = [] }: TypeFacts, service: DialectService, links: Links): string {
  const entry = service.manual.ofType(id);
  const text = (written: string) => prose(written, service, links);
  return joined([
    bullets(optionTerms(values, entry?.options ?? {}, {}, text)),
    entry?.range ? text(entry.range) : "",
    entry?.empty ? l10n.t("Empty: {0}", text(entry.empty)) : "",
  ]);
}

function parametersOf({ id }: TypeFacts, { catalogue }: DialectService, links: Links): string {
  const of = [...catalogue.parameters()].filter(({ type }) => type === id);
  const shown = of.slice(0, maxNames).map((each) => linked(codeSpan(each.name), links.parameter(each)));
  return `${shown.join(", ")}${of.length > maxNames ? " …" : ""}`;
}
