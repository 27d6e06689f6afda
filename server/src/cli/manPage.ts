import type { Option } from "commander";
import { version } from "./version";
import { makeProgram } from "./wholeProgram";

// The page that `man flat-profile` shows, made from the help of the verbs: troff with the macros of man(7).

export async function manPage(): Promise<string> {
  const program = await makeProgram(() => {});
  return [
    `.TH FLAT\\-PROFILE 1 "" "flat\\-profile ${text(version)}" "User Commands"`,
    ".SH NAME",
    `flat\\-profile \\- ${text(sentence(program.description()))}`,
    ".SH SYNOPSIS",
    ...program.commands.map((verb) => `.B flat\\-profile ${text(verb.name())}\n${text(verb.usage())}\n.br`),
    ".SH DESCRIPTION",
    paragraphs(program.description()),
    "The commands below read files, folders, patterns or standard input.",
    ".SH COMMANDS",
    ...program.commands.flatMap((verb) => [
      `.SS flat\\-profile ${text(verb.name())} ${text(verb.usage())}`,
      paragraphs(verb.description()),
      ...verb.options.filter(({ hidden }) => !hidden).map(option),
    ]),
    ".SH FILES",
    ".TP\n.I flat\\-profile.config.json\nsettings of a folder and the folders below it: families, severities, ignored files, the site",
    ".TP\n.I flat\\-profile.parameters.json\nparameters of your own",
    ".SH SEE ALSO",
    "The manual page of a problem code or parameter: flat\\-profile explain NAME.",
    "",
  ].join("\n");
}

function option({ flags, description, argChoices, defaultValue }: Option): string {
  const notes = [
    ...(argChoices ? [`one of ${argChoices.join(", ")}`] : []),
    ...(typeof defaultValue === "string" ? [`default: ${defaultValue}`] : []),
  ];
  const note = notes.length > 0 ? ` (${notes.join("; ")})` : "";
  return `.TP\n.B ${text(flags)}\n${text(description + note)}`;
}

/** Lines that begin with blanks keep their form. */
function paragraphs(description: string): string {
  return description
    .split("\n\n")
    .map(
      (part) =>
        `.PP\n${part
          .split("\n")
          .map((line) => (line.startsWith(" ") ? `.br\n${text(line.trim())}` : text(line)))
          .join("\n")}`,
    )
    .join("\n");
}

/** A line of text: no sign of it is a command of troff. */
function text(line: string): string {
  const safe = line.replaceAll("\\", "\\e").replaceAll("-", "\\-");
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

/** For the line NAME, which has no capital letter and no full stop. */
function sentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, "");
}
