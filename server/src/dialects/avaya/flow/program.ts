import { perDocument } from "../../../profile/perDocument";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment } from "../../../profile/setting";
import { type Span, shift } from "../../../text/span";
import { statementsOf } from "../read";
import type { Statement } from "../statement";

/** A statement and where its segment starts in the file. */
export interface Step {
  readonly statement: Statement;
  readonly segment: Segment;
  readonly base: number;
}

/** The statements of a file in its order, and where its jumps lead. */
export interface Program {
  readonly steps: readonly Step[];
  /** Indexes of the steps that are a label, by its name. */
  readonly labels: ReadonlyMap<string, readonly number[]>;
  /** The next label of a jump below it; undefined without one. */
  targetOf(index: number): number | undefined;
}

export const programOf = perDocument((document): Program => build(document));

export function spanOf({ statement, base }: Step): Span {
  return shift(statement.span, base);
}

/** The label that a statement jumps to. */
export function jumpOf(statement: Statement): string | undefined {
  return statement.kind === "goto" || statement.kind === "if" ? statement.label.text : undefined;
}

function build(document: ProfileDocument): Program {
  const steps: Step[] = [];
  const labels = new Map<string, number[]>();
  document.segments.forEach((segment, i) => {
    const base = document.starts[i] ?? 0;
    for (const statement of statementsOf(segment)) {
      if (statement.kind === "label") {
        const name = statement.label.text;
        const places = labels.get(name);
        if (places) places.push(steps.length);
        else labels.set(name, [steps.length]);
      }
      steps.push({ statement, segment, base });
    }
  });
  const targets = targetsOf(steps);
  return { steps, labels, targetOf: (index) => targets[index] };
}

/** From the end to the start, so that the label seen last is the next one below. */
function targetsOf(steps: readonly Step[]): readonly (number | undefined)[] {
  const targets: (number | undefined)[] = new Array(steps.length).fill(undefined);
  const next = new Map<string, number>();
  for (let i = steps.length - 1; i >= 0; i--) {
    const { statement } = steps[i] as Step;
    const name = jumpOf(statement);
    if (name !== undefined) targets[i] = next.get(name);
    else if (statement.kind === "label") next.set(statement.label.text, i);
  }
  return targets;
}

const reached = new WeakMap<Program, readonly boolean[]>();

/** Whether any phone can reach each step, whatever its variables are; a file that is fetched may be missing. */
export function reachable(program: Program): readonly boolean[] {
  let found = reached.get(program);
  if (!found) {
    const { steps } = program;
    const targets = new Set<number>();
    let here = true;
    found = steps.map(({ statement: { kind } }, i) => {
      if (targets.has(i)) here = true;
      const isReached = here;
      if (here && (kind === "goto" || kind === "if")) {
        const target = program.targetOf(i);
        if (target !== undefined) targets.add(target);
        if (kind === "goto") here = false;
      }
      return isReached;
    });
    reached.set(program, found);
  }
  return found;
}
