import { Option } from "commander";
import type { DialectServices } from "../analysis/dialectServices";
import { codeEntries } from "../features/codePages";
import { noLinks } from "../features/reference/links";
import { parameterReference } from "../features/reference/parameterReference";
import { referenceFacts } from "../features/reference/referenceFacts";
import { referencePage } from "../features/reference/referencePage";
import { resolveParameter } from "../schema/effectiveParameter";
import { webLabel } from "../schema/elementName";
import type { DeviceChoice } from "../schema/model";
import { nearest } from "../text/nearest";
import { familyNamed, siteDialects } from "./catalogue";
import { inTerminal } from "./markdownText";
import { paintFor, printable } from "./printable";
import { exit, UsageError, type Verb } from "./verb";

interface ExplainOptions {
  readonly family?: string;
  readonly firmware?: string;
  readonly list?: boolean;
  readonly format: "text" | "markdown" | "json";
}

/** A page as Markdown, and what is known as plain data. */
interface Explained {
  readonly page: string;
  readonly facts: object;
}

export const explain: Verb = (program, finish) => {
  program
    .command("explain")
    .summary("print the manual page of a problem code, parameter or value language")
    .argument("[words...]", 'codes such as value/typography, parameters, or languages such as "Dial plan", by name')
    .option("--family <id>", "explain a parameter for this phone family")
    .option("--firmware <release>", "explain a parameter for this firmware release")
    .option("--list", "list all codes, or the parameters whose name or label contains the words")
    .addOption(
      new Option("--format <format>", "format of the output").choices(["text", "markdown", "json"]).default("text"),
    )
    .action((words: string[], options: ExplainOptions) => finish(run(words, options)));
};

function run(words: readonly string[], options: ExplainOptions): number {
  if (options.list) return list(words);
  if (words.length === 0) throw new UsageError("Specify a problem code or a parameter, or use --list.");
  const pools = siteDialects();
  const found: Explained[] = [];
  let failed = false;
  for (const word of words) {
    const explained = explainedWord(word, options, pools);
    if (explained) found.push(explained);
    else {
      const guesses = suggestions(word, pools);
      const end = guesses.length > 0 ? `. Did you mean ${guesses.join(" or ")}?` : ". See flat-profile explain --list.";
      console.error(printable(`Unknown problem code or parameter ${word}${end}`));
      failed = true;
    }
  }
  if (options.format === "json") console.log(JSON.stringify(found.map(({ facts }) => facts)));
  else if (found.length > 0) console.log(shown(found, options));
  return failed ? exit.failed : exit.clean;
}

function shown(found: readonly Explained[], { format }: ExplainOptions): string {
  const paint = paintFor(process.stdout, process.env);
  const pages = found.map(({ page }) => (format === "text" ? inTerminal(page, paint) : page.trimEnd()));
  return pages.join("\n\n");
}

function explainedWord(word: string, options: ExplainOptions, pools: DialectServices): Explained | undefined {
  const entry = codeEntries().find(({ code }) => code === word);
  if (entry) return { page: entry.page, facts: { kind: "code", ...entry } };
  return explainedParameter(word, options, pools) ?? explainedLanguage(word, pools);
}

function explainedParameter(
  word: string,
  { family, firmware }: ExplainOptions,
  pools: DialectServices,
): Explained | undefined {
  const parts = word.replace(/^<|\/?>$/g, "").split("/");
  const name = parts.pop() ?? "";
  const path = parts.join("/");
  const device: DeviceChoice = {
    certainty: family ? "stated" : "unknown",
    reason: "",
    ...(family && { family: familyNamed(family, pools).id }),
    ...(firmware && { firmware }),
  };
  for (const service of pools.all()) {
    const { catalogue } = service;
    const pattern = catalogue.pattern(name, path);
    const found = pattern ? { parameter: pattern, indexes: [] } : catalogue.find(name, path);
    if (!found) continue;
    const spelled = pattern ? name : catalogue.spelling(name, path);
    const effective = resolveParameter(found, spelled, device, catalogue);
    return {
      page: parameterReference(spelled, effective, service, noLinks),
      facts: referenceFacts(effective, service),
    };
  }
  return undefined;
}

/** By the name that pages have, or by the id of the type. */
function explainedLanguage(word: string, pools: DialectServices): Explained | undefined {
  const wanted = word.toLowerCase();
  for (const service of pools.all())
    for (const type of service.catalogue.types.values()) {
      if (type.title.toLowerCase() !== wanted && type.id.toLowerCase() !== wanted) continue;
      const { manual, dialect } = service;
      return {
        page: referencePage({ type }, service, noLinks),
        facts: { kind: "language", system: dialect.id, ...type, manual: manual.ofType(type.id) ?? null },
      };
    }
  return undefined;
}

function suggestions(word: string, pools: DialectServices): readonly string[] {
  const names = pools.all().flatMap(({ catalogue }) => catalogue.concreteNames({}));
  const codes = codeEntries().map((entry) => entry.code);
  const lower = word.toLowerCase();
  const sameCase = names.find((name) => name.toLowerCase() === lower);
  if (sameCase) return [sameCase];
  const inArea = codes.filter((code) => code.endsWith(`/${word}`));
  if (inArea.length > 0) return inArea;
  const near = nearest(word, word.includes("/") ? codes : names);
  return near === undefined ? [] : [near];
}

function list(words: readonly string[]): number {
  if (words.length === 0) {
    const width = Math.max(...codeEntries().map(({ code }) => code.length));
    for (const { code, severity, title } of codeEntries())
      console.log(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
    return exit.clean;
  }
  const wanted = words.map((word) => word.toLowerCase());
  let found = 0;
  const parameters = siteDialects()
    .all()
    .flatMap(({ catalogue }) => [...catalogue.parameters()].map((parameter) => ({ parameter, catalogue })));
  for (const { parameter, catalogue } of parameters) {
    const label = webLabel(parameter, catalogue);
    const subject = `${parameter.name} ${label} ${parameter.tab} ${parameter.section}`.toLowerCase();
    if (!wanted.every((word) => subject.includes(word))) continue;
    console.log(`${parameter.name}  ${[parameter.tab, parameter.section].filter((part) => part !== "").join(" > ")}`);
    found++;
  }
  return found > 0 ? exit.clean : exit.problems;
}
