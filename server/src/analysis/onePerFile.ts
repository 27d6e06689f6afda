import * as l10n from "@vscode/l10n";
import type { FileProblem } from "./fileProblem";

/** Of problems that count once in a file only the first, which speaks for the others and mends them too. */
export function onePerFile(problems: readonly FileProblem[]): readonly FileProblem[] {
  const byCode = new Map<string, FileProblem[]>();
  for (const problem of problems) {
    if (!problem.once) continue;
    const others = byCode.get(problem.code);
    if (others) others.push(problem);
    else byCode.set(problem.code, [problem]);
  }
  if (byCode.size === 0) return problems;
  return problems.flatMap((problem) => {
    const all = problem.once ? byCode.get(problem.code) : undefined;
    if (!all || all.length === 1) return problem;
    return problem === all[0] ? spokesman(problem, all) : [];
  });
}

function spokesman(problem: FileProblem, all: readonly FileProblem[]): FileProblem {
  const more = all.length - 1;
  const fixes = all.flatMap((each) => each.fixes?.slice(0, 1) ?? []);
  const own = problem.fixes?.[0];
  return {
    ...problem,
    message:
      more === 1
        ? l10n.t("{0} 1 more value in this file has the same problem.", problem.message)
        : l10n.t("{0} {1} more values in this file have the same problem.", problem.message, more),
    ...(own && {
      fixes: [
        {
          title: l10n.t("Change all {0} in this file", fixes.length),
          edits: fixes.flatMap(({ edits }) => edits),
          safe: fixes.every(({ safe }) => safe),
        },
        { ...own, safe: false },
      ],
    }),
  };
}
