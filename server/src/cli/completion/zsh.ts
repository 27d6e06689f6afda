import type { OptionWords, Value, Words } from "./words";

/** A completion script for zsh. */
export function zsh({ options, verbs }: Words): string {
  const each = verbs.map(
    (verb) => `        ${verb.name})
          _arguments -s -S \\
${[...verb.options.flatMap(specs), ...rest(verb.argument)].map((spec) => `            ${spec}`).join(" \\\n")} ;;`,
  );
  return `#compdef flat-profile
# zsh completion of flat-profile. Load it from ~/.zshrc:  source <(flat-profile completion zsh)
_flat_profile() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C -s -S \\
${options
  .flatMap(specs)
  .map((spec) => `    ${spec} \\\n`)
  .join("")}    '1: :->verb' \\
    '*:: :->rest' && return 0
  case $state in
    verb)
      local -a verbs=(
${verbs.map(({ name, text }) => `        ${quoted(`${name}:${text}`)}`).join("\n")}
      )
      _describe -t commands 'command' verbs ;;
    rest)
      case $line[1] in
${each.join("\n")}
      esac ;;
  esac
}
# Sourced, the function is registered; found in $fpath, it is called.
if [ "$funcstack[1]" = "_flat_profile" ]; then _flat_profile "$@"; else compdef _flat_profile flat-profile; fi
`;
}

/** `'--family[phone family]:value:(one other)'`, one for each flag. */
function specs({ flags, text, value }: OptionWords): string[] {
  const exclusive = flags.length > 1 ? `(${flags.join(" ")})` : "";
  const sign = (flag: string) => (value.kind === "none" ? "" : flag.startsWith("--") ? "=" : "+");
  return flags.map((flag) =>
    quoted(`${exclusive}${flag}${sign(flag)}[${text.replace(/[[\]:]/g, "\\$&")}]${action(value)}`),
  );
}

function rest(value: Value): string[] {
  return value.kind === "none" ? [] : [quoted(`*${action(value)}`)];
}

function action(value: Value): string {
  if (value.kind === "files") return ":file:_files";
  if (value.kind === "none") return "";
  return value.words.length > 0 ? `:value:(${value.words.join(" ")})` : ":value: ";
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
