import * as l10n from "@vscode/l10n";
import type { FileProblem } from "./fileProblem";
import type { ShownProblem } from "./shownProblem";

/** A problem of which one may speak for all of its code. */
interface Speaker {
  readonly code: string;
  readonly once?: boolean;
}

/** Of problems that count once in a file only the first, which `speak` makes speak for the others. */
export function onePerFile<P extends Speaker, S = P>(
  problems: readonly P[],
  speak: (first: P, all: readonly P[]) => S,
): readonly (P | S)[] {
  const byCode = new Map<string, P[]>();
  for (const problem of problems) {
    if (!problem.once) continue;
    const others = byCode.get(problem.code);
    if (others) others.push(problem);
    else byCode.set(problem.code, [problem]);
  }
  if (byCode.size === 0) return problems;
  return problems.flatMap((problem): P | S | never[] => {
    const all = problem.once ? byCode.get(problem.code) : undefined;
    if (!all || all.length === 1) return problem;
    return problem === all[0] ? speak(problem, all) : [];
  });
}

/** Mends the others too. */
export function spokesman(problem: FileProblem, all: readonly FileProblem[]): FileProblem {
  const fixes = all.flatMap((each) => each.fixes?.slice(0, 1) ?? []);
  const own = problem.fixes?.[0];
  return {
    ...problem,
    message: messageFor(problem, all.length - 1),
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

/** The same without fixes. */
export function spokenFor(problem: ShownProblem, all: readonly unknown[]): ShownProblem {
  const { code, severity, span, unnecessary, related } = problem;
  return { code, severity, message: messageFor(problem, all.length - 1), span, unnecessary, related };
}

function messageFor({ message }: { readonly message: string }, more: number): string {
  return more === 1
    ? l10n.t("{0} 1 more value in this file has the same problem.", message)
    : l10n.t("{0} {1} more values in this file have the same problem.", message, more);
}
