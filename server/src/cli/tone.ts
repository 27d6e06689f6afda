import type { Problem } from "../text/span";
import { readCadence } from "../values/signal/cadence";
import { signalSentence, signalTable } from "../values/signal/describe";
import { tonesLike } from "../values/signal/knownTones";
import { fullScaleDbm, samplesOf, wavOf } from "../values/signal/samples";
import type { Frequency, Section } from "../values/signal/script";
import { isBroken, totalLength } from "../values/signal/section";
import { readTone } from "../values/signal/toneScript";
import { certainServiceOf, siteDialects } from "./catalogue";
import { printable } from "./printable";
import { readInput } from "./readInput";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";
import { writeResult } from "./writeBack";

interface ToneOptions {
  readonly wav?: string;
  readonly json?: boolean;
  readonly seconds: string;
  readonly tone?: string;
}

const rate = 16_000;

export const tone: Verb = (program, finish) => {
  program
    .command("tone")
    .summary("describe a tone or cadence, or write it as a sound file")
    .description(
      `Describes what is heard. With --wav, writes 16-bit sound with 16,000 samples per second; full scale is ${fullScaleDbm} dBm.`,
    )
    .argument("<script>", "such as '350@-19,440@-19;10(*/0/1+2)' or '60(2/4)', or a file of tones, such as uk.ini")
    .option("--tone <n>", "which tone of a file, counted from 1; without it all are described")
    .option("--wav <file>", "write the sound to this file, or - for standard output")
    .option("--seconds <n>", "maximum length of the sound", "30")
    .option("--json", "print the parts as JSON")
    .action(async (script: string, options: ToneOptions) => finish(await run(script, options)));
};

interface Signal {
  readonly frequencies: readonly Frequency[];
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

async function run(script: string, options: ToneOptions): Promise<number> {
  if (/^[^@;()]+\.\w{1,5}$/.test(script.trim())) return runFile(script.trim(), options);
  return runScript(script, options);
}

/** The tones of a file; those that have no script say why. */
async function runFile(file: string, options: ToneOptions): Promise<number> {
  const { text } = await readInput({ name: file });
  const { dialect, catalogue } = certainServiceOf(file, text, siteDialects(), {});
  const tones = dialect.conversion?.readFile?.(dialect.read(text, catalogue))?.values.tones ?? [];
  if (tones.length === 0) throw new UsageError(`${printable(file)} has no tones.`);
  const number = options.tone === undefined ? undefined : Number(options.tone);
  if (options.wav !== undefined && number === undefined) throw new UsageError("Name the tone to write with --tone.");
  const chosen = number === undefined ? tones : tones.slice(number - 1, number);
  if (chosen.length === 0 || number === 0) throw new UsageError(`${printable(file)} has ${tones.length} tones.`);
  if (options.json && number === undefined) {
    console.log(JSON.stringify(chosen));
    return exit.clean;
  }
  let code: number = exit.clean;
  for (const { name, use, script, losses } of chosen) {
    if (!options.json && options.wav !== "-")
      console.log(
        printable(`${name}${use === undefined ? "" : ` (${use})`}${script === undefined ? "" : ` ${script}`}`),
      );
    if (script === undefined || !options.json) for (const loss of losses) console.error(printable(`${name}: ${loss}`));
    if (script === undefined) code = exit.problems;
    else code = Math.max(code, await runScript(script, options));
  }
  return code;
}

async function runScript(script: string, { wav, json, seconds }: ToneOptions): Promise<number> {
  const text = script.trim();
  const signal: Signal = text.includes("@") ? readTone(text) : { frequencies: [], ...readCadence(text) };
  for (const { message, span } of signal.problems) {
    console.error(printable(text));
    console.error(`${" ".repeat(span.start)}${"^".repeat(Math.max(1, span.end - span.start))} ${printable(message)}`);
  }
  if (isBroken(signal)) return exit.problems;
  const { frequencies, sections } = signal;
  if (wav !== undefined) {
    const longest = Math.min(600, Math.max(0, Number(seconds) || 0));
    const bytes = wavOf(samplesOf(frequencies, sections, rate, longest), rate);
    if (wav === "-") await print(bytes);
    else await writeResult(wav, bytes);
  }
  if (json) console.log(JSON.stringify(plain(signal)));
  else if (wav !== "-") {
    const like = frequencies.length > 0 ? tonesLike({ ...signal }) : [];
    console.log(signalSentence(frequencies, sections));
    for (const name of like) console.log(name);
    console.log(signalTable(frequencies, sections).replace(/^- /gm, "  "));
  }
  return exit.clean;
}

/** Endless times are null, as JSON has no infinity. */
function plain({ frequencies, sections }: Signal) {
  const time = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    frequencies: frequencies.map(({ hz, dbm }) => ({ hz, dbm })),
    sections: sections.map(({ length, segments }) => ({
      length: time(length.seconds),
      segments: segments.map(({ on, off, frequencies: used }) => ({
        on: time(on.seconds),
        off: time(off.seconds),
        ...(used && { frequencies: used.map(({ index }) => index) }),
      })),
    })),
    total: time(totalLength(sections)),
    ...(frequencies.length > 0 && { like: tonesLike({ frequencies, sections, problems: [] }) }),
  };
}
