import { compileRule } from "../../server/src/dialects/cisco-flat-profile/rules/compiledRule";
import { asSource, evaluateRule } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import { automatonOf, defaultDialSettings, dial, stateOf } from "../../server/src/values/dialPlan/simulate";
import { readTone } from "../../server/src/values/signal/toneScript";

const rule =
  '($SWVER lt 12-0-3MPP0001-87 and "$A" ne "2")? [--uid $MA --pwd $SB] https://h/$PN/$(MAU:4).xml | ("$B" eq "x")? https://h/b | https://h/c';
const values = {
  macros: { SWVER: "sip88xx.11-3-1MPP-697", A: "1", MA: "000e08012345", MAU: "000E08012345", PN: "CP-8841" },
};
const compiled = compileRule(rule, "profile");
/** Phones one after the other, so that nothing is the same but firmware and letters. */
const phones = Array.from({ length: 1000 }, (_, i) => {
  const mac = (0x000e08000000 + i).toString(16).padStart(12, "0");
  const [SWVER, A] = [["sip88xx.11-3-1MPP-697", "sip88xx.12-0-3MPP0001-87"][i % 2] ?? "", String(i % 4)];
  return {
    macros: { SWVER, A, B: i % 3 ? "x" : "", MA: mac, MAU: mac.toUpperCase(), PN: "CP-8841" },
    secrets: { SB: "y" },
  };
});
let phone = 0;
const plan = "(*xx|[3469]11|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|xxxxxxxxxxxx.)";
const long = `(${Array.from({ length: 200 }, (_, i) => `${i}xxxxxx`).join("|")})`;

/** Plans of 2,048 characters, as long as phones take, each hard in another way. */
export const longPlans: Readonly<Record<string, string>> = {
  "x.x.x.…": `(${"x.".repeat(1023)})`,
  "x.x|x.x|…": `(${"x.x|".repeat(511)}x)`,
  "[2-9]xxxxxx|…": `(${"[2-9]xxxxxx|".repeat(170)}01234)`,
  "0xxxxxx|1xxxxxx|…": `(${Array.from({ length: 210 }, (_, i) => `${i}xxxxxx`)
    .join("|")
    .padEnd(2046, "x")})`,
  "1x.|12x.|…": `(${Array.from({ length: 300 }, (_, i) => `${i * 7}x.`)
    .join("|")
    .slice(0, 2046)})`,
  "<0x:1>x.2|…": `(${"<0x:1>x.2|".repeat(204)}12345)`,
};

/** Work of the core, by name. */
export const work: Readonly<Record<string, () => unknown>> = {
  "evaluate a rule of three alternatives, with its trace": () => evaluateRule(asSource(rule), "profile", values),
  "evaluate it for one phone of many, as fleet does": () => compiled.decideFor(phones[phone++ % 1000] ?? values),
  "read a dial plan and dial 11 digits": () =>
    stateOf(dial(automatonOf(readDialPlan(plan), defaultDialSettings), "12125551234"), defaultDialSettings),
  "analyse the factory dial plan": () => analyze(readDialPlan(plan), defaultDialSettings),
  "analyse a dial plan of 200 sequences": () => analyze(readDialPlan(long), defaultDialSettings),
  ...Object.fromEntries(
    Object.entries(longPlans).map(([shape, text]) => [
      `analyse a dial plan of ${text.length} characters, \`${shape.replaceAll("|", "\\|")}\``,
      () => analyze(readDialPlan(text), defaultDialSettings),
    ]),
  ),
  "read a tone": () => readTone("350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)"),
};

/** Microseconds of one run, the best of several rounds. */
export function timed(run: () => unknown, now: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    let count = 0;
    const began = now();
    while (now() - began < 60) {
      run();
      count++;
    }
    best = Math.min(best, ((now() - began) / count) * 1000);
  }
  return best;
}
