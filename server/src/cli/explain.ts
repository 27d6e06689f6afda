import { codeEntries } from "../features/codePages";
import { parameterPage } from "../features/manualPage";
import { resolveParameter } from "../schema/effectiveParameter";
import { webLabel } from "../schema/elementName";
import { nearest } from "../text/nearest";
import { familyNamed, siteDialects } from "./catalogue";
import { type Paint, paintFor, printable } from "./printable";
import { exit, UsageError, type Verb } from "./verb";

interface ExplainOptions {
  readonly family?: string;
  readonly firmware?: string;
  readonly list?: boolean;
}

export const explain: Verb = (program, finish) => {
  program
    .command("explain")
    .summary("print the manual page of a problem code or parameter")
    .argument("[words...]", "codes such as value/typography, or parameters by name")
    .option("--family <id>", "explain a parameter for this phone family")
    .option("--firmware <release>", "explain a parameter for this firmware release")
    .option("--list", "list all codes, or the parameters whose name or label contains the words")
    .action((words: string[], options: ExplainOptions) => finish(run(words, options)));
};

function run(words: readonly string[], options: ExplainOptions): number {
  if (options.list) return list(words);
  if (words.length === 0) throw new UsageError("Specify a problem code or a parameter, or use --list.");
  const paint = paintFor(process.stdout, process.env);
  let failed = false;
  for (const [i, word] of words.entries()) {
    const page = pageOf(word, options);
    if (i > 0) console.log("");
    if (page !== undefined) console.log(inTerminal(page, paint));
    else {
      const guesses = suggestions(word);
      const end = guesses.length > 0 ? `. Did you mean ${guesses.join(" or ")}?` : ". See flat-profile explain --list.";
      console.error(printable(`Unknown problem code or parameter ${word}${end}`));
      failed = true;
    }
  }
  return failed ? exit.failed : exit.clean;
}

function pageOf(word: string, { family, firmware }: ExplainOptions): string | undefined {
  const code = codeEntries().find((entry) => entry.code === word);
  if (code) return code.page;
  const parts = word.replace(/^<|\/?>$/g, "").split("/");
  const name = parts.pop() ?? "";
  const pools = siteDialects();
  const device = {
    certainty: family ? "stated" : "unknown",
    reason: "",
    ...(family && { family: familyNamed(family, pools).id }),
    ...(firmware && { firmware }),
  } as const;
  for (const { catalogue } of pools.all()) {
    const found = catalogue.find(name, parts.join("/"));
    if (!found) continue;
    const effective = resolveParameter(found, name, device, catalogue);
    return parameterPage(catalogue.spelling(name, parts.join("/")), { effective, type: undefined }, { catalogue });
  }
  return undefined;
}

function suggestions(word: string): readonly string[] {
  const names = siteDialects()
    .all()
    .flatMap(({ catalogue }) => catalogue.concreteNames({}));
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

/** Markdown as a terminal shows it: marks become bold or vanish, code stays. */
function inTerminal(markdown: string, paint: Paint): string {
  let inCode = false;
  return markdown
    .split("\n")
    .flatMap((line) => {
      if (!line.startsWith("```"))
        return inCode ? `    ${paint.dim(printable(line))}` : lineInTerminal(line.trimEnd(), paint);
      inCode = !inCode;
      return [];
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function lineInTerminal(line: string, paint: Paint): string {
  if (line.startsWith("# ")) return paint.bold(printable(line.slice(2)));
  return printable(line)
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => paint.bold(words))
    .replace(/(`+)(.+?)\1/g, (_, _fence, code: string) => paint.cyan(code.trim()))
    .replace(/(^|\s)\*([^*]+)\*/g, "$1$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
