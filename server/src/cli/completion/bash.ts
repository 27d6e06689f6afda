import type { OptionWords, Value, Words } from "./words";

/** A completion script for bash 4 and newer. */
export function bash({ options, verbs }: Words): string {
  const each = verbs.map(
    (verb) => `    ${verb.name})
      case "$previous" in
${valueCases(verb.options)}      esac
      if [[ $current == -* ]]; then
        ${reply(flagsOf(verb.options))}
      else
        ${forValue(verb.argument)}
      fi ;;`,
  );
  return `# bash completion of flat-profile. Load it from ~/.bashrc:  source <(flat-profile completion bash)
_flat_profile() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} verb="" word
  # bash splits --option=value at the sign
  if [[ $previous == "=" ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $current == "=" ]]; then current=""; fi
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then verb=$word; break; fi
  done
  case "$verb" in
    "")
      if [[ $current == -* ]]; then
        ${reply(flagsOf(options))}
      else
        ${reply(verbs.map(({ name }) => name).concat("help"))}
      fi ;;
    help) ${reply(verbs.map(({ name }) => name))} ;;
${each.join("\n")}
  esac
}
complete -o filenames -F _flat_profile flat-profile
`;
}

function valueCases(options: readonly OptionWords[]): string {
  return options
    .filter(({ value }) => value.kind !== "none")
    .map(({ flags, value }) => `        ${flags.join("|")}) ${forValue(value)}; return ;;\n`)
    .join("");
}

function forValue(value: Value): string {
  if (value.kind === "files") return 'mapfile -t COMPREPLY < <(compgen -f -- "$current")';
  return value.kind === "words" && value.words.length > 0 ? reply(value.words) : ":";
}

function reply(words: readonly string[]): string {
  return `mapfile -t COMPREPLY < <(compgen -W '${words.join(" ")}' -- "$current")`;
}

const flagsOf = (options: readonly OptionWords[]) => options.flatMap(({ flags }) => flags);
