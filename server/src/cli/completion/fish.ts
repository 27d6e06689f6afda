import type { OptionWords, Value, Words } from "./words";

/** A completion script for fish. */
export function fish({ options, verbs }: Words): string {
  const verbLines = verbs.map(
    ({ name, text }) => `complete -c flat-profile -n __fish_use_subcommand -a ${name} -d ${quoted(text)}`,
  );
  const each = verbs.flatMap((verb) => {
    const condition = quoted(`__fish_seen_subcommand_from ${verb.name}`);
    return [
      ...verb.options.map((option) => line(option, condition)),
      ...(verb.argument.kind === "none" ? [] : [`complete -c flat-profile -n ${condition} ${argument(verb.argument)}`]),
    ];
  });
  return `${[
    "# fish completion of flat-profile. Save it as ~/.config/fish/completions/flat-profile.fish",
    "complete -c flat-profile -f",
    ...options.map((option) => line(option, "__fish_use_subcommand")),
    ...verbLines,
    ...each,
  ].join("\n")}\n`;
}

function line({ flags, text, value }: OptionWords, condition: string): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const takes = value.kind === "none" ? "" : ` -r ${argument(value)}`;
  return `complete -c flat-profile -n ${condition} ${names.join(" ")} -d ${quoted(text)}${takes}`;
}

function argument(value: Value): string {
  if (value.kind === "files") return "-F";
  return value.kind === "words" && value.words.length > 0 ? `-f -a ${quoted(value.words.join(" "))}` : "-f";
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
