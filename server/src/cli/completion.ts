import { Argument } from "commander";
import { codeEntries } from "../features/codePages";
import { builtInDialects } from "./catalogue";
import { bash } from "./completion/bash";
import { fish } from "./completion/fish";
import { type Words, wordsOf } from "./completion/words";
import { zsh } from "./completion/zsh";
import { exit, type Verb } from "./verb";

const shells: Readonly<Record<string, (words: Words) => string>> = { bash, zsh, fish };

export const completion: Verb = (program, finish) => {
  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description(
      "Prints a script that completes the words of this command line.\n\n" +
        "  bash  source <(flat-profile completion bash), in ~/.bashrc\n" +
        "  zsh   source <(flat-profile completion zsh), in ~/.zshrc after compinit\n" +
        "  fish  flat-profile completion fish | source, in ~/.config/fish/config.fish",
    )
    .addArgument(new Argument("<shell>", "shell").choices(Object.keys(shells)))
    .action((shell: string) => {
      const codes = codeEntries().map(({ code }) => code);
      const families = builtInDialects()
        .families()
        .map(({ id }) => id);
      process.stdout.write(
        (shells[shell] as (words: Words) => string)(wordsOf(program, { family: families, words: codes })),
      );
      finish(exit.clean);
    });
};
