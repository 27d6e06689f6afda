import assert from "node:assert/strict";
import test from "node:test";
import { type Run, withSite } from "../support/commandLine";

// Tests run the command line in a process that serves many runs. It answers as a process of its own does.

const bad = '<flat-profile>\n<Line_Enable_1_ ua="na">yess</Line_Enable_1_>\n<Text>ü</Text></flat-profile>\n';
const key = { KEY: "orchard Lane 77" };

const runs: readonly {
  readonly args: readonly string[];
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
}[] = [
  { args: [], code: 2 },
  { args: ["--help"], code: 0 },
  { args: ["--version"], code: 0 },
  { args: ["chekc"], code: 2 },
  { args: ["check"], code: 2 },
  { args: ["check", "a.xml", "--format", "sarif"], code: 1 },
  { args: ["check", "."], code: 1 },
  { args: ["check", "-", "--dialect", "cisco-flat-profile"], input: bad, code: 1 },
  { args: ["check", "missing.xml", "."], code: 2 },
  { args: ["check", "a.xml"], env: { NO_COLOR: "", FORCE_COLOR: "1" }, code: 1 },
  { args: ["format", "-"], input: Buffer.from(bad), code: 0 },
  { args: ["format", "-"], input: Buffer.from("<flat-profile>\u00e9</flat-profile>", "latin1"), code: 2 },
  { args: ["explain", "Profile_Rul"], code: 2 },
  { args: ["inspect", "a.xml"], code: 0 },
  { args: ["preview", "a.xml", "--device", "x"], code: 2 },
  { args: ["resolve", "--device", "none.json"], code: 2 },
  { args: ["encrypt", "a.xml", "-o", "a.cfg", "--key-env", "KEY"], env: key, code: 0 },
  { args: ["decrypt", "a.cfg", "-o", "-", "--key-env", "KEY"], env: key, code: 0 },
  { args: ["decrypt", "a.cfg", "-o", "-", "--key-env", "KEY"], code: 2 },
  { args: ["encrypt", "-", "--key", "k", "--format", "xml"], code: 2 },
  { args: ["encrypt", "--help"], code: 0 },
  { args: ["help", "decrypt"], code: 0 },
  { args: ["decrypt"], code: 2 },
  { args: ["decrypt", "--keys", "k.csv", "a.cfg"], code: 2 },
  { args: ["encrypt", "in", "--keys", "k.csv"], code: 2 },
  { args: ["encrypt", "in", "--keys", "k.csv", "-o", "out"], code: 2 },
  { args: ["dial", "--plan", "(1xx)", "123"], code: 0 },
];

const untimed = ({ code, out, err }: Run) => ({ code, out: out.replace(/ in [\d.]+ s:/g, ":"), err });

test("a shared process answers each run as a process of its own does", () =>
  withSite({ "a.xml": bad, "sub/b.xml": bad }, async (site) => {
    for (const { args, input, env, code } of runs) {
      const alone = await site.runAlone(args, input, env);
      assert.deepEqual([args, alone.code], [args, code], alone.err);
      assert.deepEqual([args, untimed(await site.run(args, input, env))], [args, untimed(alone)]);
    }
  }));

test("runs that are asked for at the same time do not mix", () =>
  withSite({ "a.xml": bad, "sub/b.xml": bad.replaceAll("yess", "nope") }, async (site) => {
    const [a, b, help] = await Promise.all([
      site.run(["check", "a.xml"]),
      site.run(["check", "sub/b.xml"]),
      site.run(["--help"]),
    ]);
    assert.deepEqual(
      [a, b].map(({ code, out }) => [code, out.includes("yess"), out.includes("nope")]),
      [
        [1, true, false],
        [1, false, true],
      ],
    );
    assert.deepEqual([help.code, help.out.startsWith("Usage: "), help.err], [0, true, ""]);
  }));
