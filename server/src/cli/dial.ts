import { traitsOf } from "../schema/effectiveParameter";
import { disappointment, type Expectation, fateInWords, readExpectation } from "../values/dialPlan/expectation";
import type { DialPlan } from "../values/dialPlan/plan";
import { readDialPlan } from "../values/dialPlan/read";
import {
  automatonOf,
  type DialSettings,
  type DialStep,
  dialKindsOf,
  fateOf,
  follow,
  type KindNames,
  kindNames,
} from "../values/dialPlan/simulate";
import { familyNamed, siteDialects } from "./catalogue";
import { printable } from "./printable";
import { readAside } from "./readInput";
import { exit, UsageError, type Verb } from "./verb";

interface DialOptions {
  readonly plan: string;
  readonly test?: string;
  readonly family?: string;
  readonly short: string;
  readonly long: string;
  readonly quiet?: boolean;
}

export const dial: Verb = (program, finish) => {
  program
    .command("dial")
    .summary("dial numbers with a dial plan, key by key")
    .argument("[numbers...]", "dialed keys, such as 911 or 95551234#")
    .requiredOption("--plan <plan>", "the dial plan")
    .option("--test <file>", "file of lines such as 'dials 911 -> 911 at once' (exit status 1 if one fails)")
    .option("--family <id>", "phone family (default: each kind of phone, with both results where they differ)")
    .option("--short <seconds>", "short interdigit timer", "3")
    .option("--long <seconds>", "long interdigit timer", "10")
    .option("--quiet", "print only the result of each call")
    .action(async (numbers: string[], options: DialOptions) => finish(await run(numbers, options)));
};

async function run(numbers: readonly string[], options: DialOptions): Promise<number> {
  if (numbers.length === 0 && options.test === undefined)
    throw new UsageError("Specify numbers to dial, or a --test file.");
  const services = siteDialects();
  const family = options.family === undefined ? undefined : familyNamed(options.family, services);
  const ofFamily = family && services.ofFamily(family.id)?.catalogue;
  const kinds = settingsOf(options, family && ofFamily && traitsOf(family.generation, ofFamily));
  const generations = services
    .all()
    .filter(({ dialect }) => dialect.scripts !== undefined)
    .map(({ catalogue }) => catalogue.generations);
  // Kinds are worth a name where one system has phones of both.
  const names = kindNames(generations.filter((each) => Object.values(kindNames(each)).every(Boolean)).flat());
  const plan = readDialPlan(options.plan);
  for (const { severity, message, span } of plan.problems)
    console.error(printable(`plan:${span.start + 1}: ${severity}: ${message}`));
  for (const keys of numbers) {
    const calls = kinds.map((settings) => callOf(keys, plan, settings, names, options));
    const [first, ...others] = calls;
    const isOne = others.every(({ end }) => end === first?.end);
    const shown = first && isOne ? [first] : calls;
    for (const [i, { steps, end, kind }] of shown.entries()) {
      const isSeen = i > 0 && steps.join("\n") === shown[i - 1]?.steps.join("\n");
      if (!options.quiet && !isSeen) for (const step of steps) console.log(printable(step));
      console.log(printable(isOne ? end : `${end}  (${kind})`));
    }
  }
  if (options.test === undefined) return exit.clean;
  const text = new TextDecoder().decode(await readAside(options.test));
  let passed = 0;
  let failed = 0;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#(?!.*->)|$)/.test(line)) continue;
    const expectation = readExpectation(line);
    if (!expectation)
      throw new UsageError(`${options.test}:${i + 1}: Invalid test. Write it as: dials 911 -> 911 at once`);
    const instead = disappointmentOf(expectation, plan, kinds);
    if (instead === undefined) passed++;
    else {
      failed++;
      console.log(printable(`${options.test}:${i + 1}: ${line.trim()}: got ${instead}`));
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? exit.problems : exit.clean;
}

interface Call {
  readonly steps: readonly string[];
  readonly end: string;
  /** The phones that dial so. */
  readonly kind: string;
}

function callOf(keys: string, plan: DialPlan, settings: DialSettings, names: KindNames, options: DialOptions): Call {
  const automaton = automatonOf(plan, settings);
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
    options.plan.slice(start, end).trim();
  const fate = fateOf(automaton, keys, settings);
  const { outcome } = fate;
  const by = "winner" in outcome && outcome.winner ? `  by ${textOf(outcome.winner.sequence.span)}` : "";
  return {
    steps: follow(automaton, keys, settings).map((step) => stepLine(step, textOf)),
    end: `${keys} -> ${fateInWords(fate)}${by}`,
    kind: settings.sendsPartial ? names.current : names.older,
  };
}

/** As in a comment of a profile: while the phone is unknown, a test fails only if it is wrong for every phone. */
function disappointmentOf(
  expectation: Expectation,
  plan: DialPlan,
  kinds: readonly DialSettings[],
): string | undefined {
  const instead = kinds.map((settings) => disappointment(expectation, automatonOf(plan, settings), settings));
  return instead.includes(undefined) ? undefined : instead[0];
}

function settingsOf({ short, long }: DialOptions, traits: ReadonlySet<string> | undefined): readonly DialSettings[] {
  const seconds = (word: string, option: string) => {
    if (!/^\d+(?:\.\d+)?$/.test(word)) throw new UsageError(`${option} must be a number of seconds.`);
    return Number(word);
  };
  const timers = { short: seconds(short, "--short"), long: seconds(long, "--long") };
  return dialKindsOf(traits).map((kind) => ({ ...timers, ...kind }));
}

function stepLine(
  { key, dialled, dialling, state, playsTone, lost }: DialStep,
  textOf: (span: { readonly start: number; readonly end: number }) => string,
): string {
  const alive = dialling.states.map(
    ({ sequence, complete }) => `${textOf(sequence.span)}${complete ? " (complete)" : ""}`,
  );
  const waiting = state.kind === "waiting" ? `waits ${state.seconds} s` : state.kind;
  const parts = [
    `  ${key}  ${dialled}: ${waiting}`,
    ...(playsTone ? ["second dial tone"] : []),
    `possible: ${alive.length === 0 ? "none" : alive.slice(0, 8).join(", ")}${alive.length > 8 ? ` and ${alive.length - 8} more` : ""}`,
    ...(lost.length > 0 && lost.length <= 8 ? [`ruled out: ${lost.map(({ span }) => textOf(span)).join(", ")}`] : []),
  ];
  return parts.join("; ");
}
