import type { DialectService } from "../../analysis/dialectService";
import type { Parameter } from "../../schema/model";
import type { TypeFacts } from "../../schema/packed";
import { codeSpan, escapeProse } from "../../text/markdown";
import type { ReferenceSubject } from "./addresses";
import type { Links } from "./links";
import { bullets, joined } from "./markup";
import { referencePage } from "./referencePage";

/** A file of docs/reference/: its path there and its text. */
export interface ReferenceFile {
  readonly path: string;
  readonly text: string;
}

interface Group {
  readonly title: string;
  readonly file: string;
  readonly parameters: readonly Parameter[];
}

const madeBy = "This file is made by `npm run docs` from `schemas/`.";

/** The whole reference as files: one for each group of parameters, one for the value languages, an index for each system. */
export function referenceFiles(services: readonly DialectService[]): ReferenceFile[] {
  const systems = services.map((service) => ({ service, groups: groupsOf(service) }));
  const index = systems.map(({ service: { dialect, catalogue }, groups }) => {
    const files = groups.map(
      ({ title, file, parameters }) =>
        `[${escapeProse(title)}](${dialect.id}/${file}): ${parameters.length} parameters`,
    );
    const languages = `[Value languages](${dialect.id}/${languageFile}): ${catalogue.types.size} kinds of values`;
    return `## ${escapeProse(dialect.label)}\n\n${bullets([languages, ...files])}`;
  });
  const first = `# Reference\n\nEvery parameter and every value language that Flat Profile knows. ${madeBy}\n\`flat-profile explain NAME\` prints one page, and *Open Reference* searches them in the editor.`;
  return [
    { path: "README.md", text: `${joined([first, ...index])}\n` },
    ...systems.flatMap(({ service, groups }) => filesOf(service, groups)),
  ];
}

const languageFile = "value-languages.md";

function filesOf(service: DialectService, groups: readonly Group[]): ReferenceFile[] {
  const { catalogue, dialect } = service;
  const placeOf = new Map(groups.flatMap(placesIn));
  const types = [...catalogue.types.values()];
  const links: Links = {
    parameter: (parameter) => placeOf.get(parameter)?.join("#"),
    type(id) {
      const type = catalogue.types.get(id);
      return type && `${languageFile}#${typeAnchor(type)}`;
    },
  };
  const page = (subject: ReferenceSubject) => deeper(referencePage(subject, service, links));
  const file = (title: string, name: string, contents: readonly string[], pages: readonly string[]) => ({
    path: `${dialect.id}/${name}`,
    text: `${joined([`# ${escapeProse(title)}`, `${escapeProse(dialect.label)}. ${madeBy}`, bullets(contents), ...pages])}\n`,
  });
  return [
    file(
      "Value languages",
      languageFile,
      types.map((type) => `[${escapeProse(type.title)}](#${typeAnchor(type)})`),
      types.map((type) => page({ type })),
    ),
    ...groups.map(({ title, file: name, parameters }) =>
      file(
        title,
        name,
        parameters.map((each) => `[${codeSpan(each.name)}](#${placeOf.get(each)?.[1]})`),
        parameters.map((parameter) => page({ parameter })),
      ),
    ),
  ];
}

/** Headings one level below that of the file's own. */
function deeper(page: string): string {
  return page.replace(/^(#+ )/gm, "#$1");
}

/** Parameters by the first part of their place. */
function groupsOf({ catalogue }: DialectService): Group[] {
  const groups = new Map<string, Parameter[]>();
  for (const parameter of catalogue.parameters()) {
    const title = parameter.tab === "" ? "Without a place in the web interface" : parameter.tab;
    groups.set(title, [...(groups.get(title) ?? []), parameter]);
  }
  return [...groups].map(([title, parameters]) => ({ title, file: `${slug(title)}.md`, parameters }));
}

/** The file and heading of each parameter. A viewer numbers headings that are alike but for upper and lower case. */
function placesIn({ file, parameters }: Group): [Parameter, readonly [file: string, anchor: string]][] {
  const counts = new Map<string, number>();
  return parameters.map((parameter) => {
    const anchor = headingAnchor(parameter.path === "" ? parameter.name : `${parameter.path}/${parameter.name}`);
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return [parameter, [file, count === 0 ? anchor : `${anchor}-${count}`]];
  });
}

function typeAnchor({ title }: TypeFacts): string {
  return headingAnchor(title);
}

/** As Markdown viewers make them of headings. */
function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");
}

/** The name of a file. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
