import assert from "node:assert/strict";
import test from "node:test";
import { hover } from "../../server/src/features/hover";
import { script, scriptEdits, scripts } from "../../server/src/features/scriptPanels";
import { fixture, noToken, textDocument } from "../support/fixture";
import { answerFor } from "../support/requests";

const text = `<flat-profile>
<!-- flat-profile-device family=mpp88xx -->
<Dial_Tone>420@-16;10(*/0/1)</Dial_Tone>
<Cadence_2>60(1/2)</Cadence_2>
<Ring2>n=Office;w=3;c=2</Ring2>
<Ring3>n=Night;w=3;c=3</Ring3>
<Interdigit_Short_Timer>2</Interdigit_Short_Timer>
<DND_Act_Code>*78</DND_Act_Code>
<Call_Return_Code></Call_Return_Code>
<Dial_Plan_1_>(0x.)</Dial_Plan_1_>
<Dial_Plan_2_>(1x.|&lt;:9>2x.)</Dial_Plan_2_>
</flat-profile>`;

/** The answer with the cursor in front of `mark`. */
function checkScript(mark: string | undefined, kind: "sound" | "dial-plan", name?: string) {
  const at = mark === undefined ? -1 : text.indexOf(mark);
  assert.ok(mark === undefined || at >= 0);
  const { file, position } = fixture(at < 0 ? text : `${text.slice(0, at)}$0${text.slice(at)}`);
  return answerFor(script, file, { kind, ...(at >= 0 && { position }), ...(name !== undefined && { name }) });
}

test("gives the tone at the cursor with its default", () => {
  const answer = checkScript("10(*", "sound");
  assert.equal(answer?.name, "Dial_Tone");
  assert.equal(answer?.text, "420@-16;10(*/0/1)");
  assert.equal(answer?.default, "350@-19,440@-19;10(*/0/1+2)");
  assert.equal(answer?.dialling, undefined);
});

test("gives the rhythm of a ring: of the file, else of the phone", () => {
  assert.deepEqual(checkScript("Office", "sound")?.cadence, { name: "Cadence_2", text: "60(1/2)" });
  assert.deepEqual(checkScript("Night", "sound")?.cadence, { name: "Cadence_3", text: "60(.8/.4,.8/4)" });
});

test("gives the plan at the cursor, otherwise the named, otherwise the first", () => {
  assert.equal(checkScript("2x.)", "dial-plan", "Dial_Plan_1_")?.text, "(1x.|<:9>2x.)");
  assert.equal(checkScript("Office", "dial-plan", "Dial_Plan_2_")?.name, "Dial_Plan_2_");
  assert.equal(checkScript("Office", "dial-plan")?.name, "Dial_Plan_1_");
  assert.equal(checkScript(undefined, "dial-plan", "Dial_Tone")?.name, "Dial_Plan_1_");
});

test("shows what else decides how a plan dials", () => {
  const dialling = checkScript("(0x.", "dial-plan")?.dialling;
  assert.equal(dialling?.short, 2);
  assert.equal(dialling?.long, 10);
  assert.equal(dialling?.xIsAnyKey, false);
  assert.deepEqual(dialling?.kinds, { current: "MPP, PhoneOS", older: "SPA, ATA, 8831" });
  assert.deepEqual(dialling?.starCodes, [{ name: "DND_Act_Code", code: "*78" }]);
});

test("gives nothing for a file without such a value, or one that a template fills in", () => {
  for (const empty of ["<flat-profile/>", "<flat-profile><Dial_Plan_1_>{$plan}</Dial_Plan_1_></flat-profile>"])
    assert.equal(answerFor(script, fixture(empty).file, { kind: "dial-plan" }), null);
});

test("knows where all scripts of a file are", () => {
  const places = answerFor(scripts, fixture(text).file)?.scripts;
  assert.deepEqual(
    places?.map(({ kind, position }) => `${position.line}:${position.character} ${kind}`),
    ["2:0 sound", "3:0 sound", "4:0 sound", "5:0 sound", "9:0 dial-plan", "10:0 dial-plan"],
  );
});

test("a hover links to the panel, for a client that has panels", () => {
  const { file, position } = fixture(text.replace("(0x.)", "$0(0x.)"));
  const reported = (client: typeof file.client) =>
    JSON.stringify(hover.run({ ...file, client }, { textDocument, position }, noToken));
  const link = /\(command:flatProfile\.testDialPlan\?([^)\s]+)\)/.exec(reported({ ...file.client, pictures: "dark" }));
  const [place] = JSON.parse(decodeURIComponent(link?.[1] ?? "[]"));
  assert.deepEqual(place, { uri: file.uri, position: { line: 9, character: 0 } });
  assert.doesNotMatch(reported(file.client), /command:/);
});

test("puts another script where the named one is, and nowhere else", () => {
  const { file } = fixture(text);
  const edits = (name: string, kind: "sound" | "dial-plan", typed: string, line?: number) =>
    answerFor(scriptEdits, file, {
      kind,
      name,
      text: typed,
      ...(line !== undefined && { position: { line, character: 20 } }),
    })?.edits.map(
      ({ range: { start, end }, newText }) => `${start.line}:${start.character}-${end.character} ${newText}`,
    );
  assert.deepEqual(edits("Cadence_2", "sound", "60(.4/.2,.4/2)", 3), ["3:11-18 60(.4/.2,.4/2)"]);
  assert.deepEqual(edits("Dial_Plan_1_", "dial-plan", "(<:9>x)", 9), ["9:14-19 (&lt;:9&gt;x)"]);
  // the cursor has gone elsewhere since
  assert.deepEqual(edits("Cadence_2", "sound", "60(1/1)"), ["3:11-18 60(1/1)"]);
  assert.equal(edits("Cadence_2", "sound", "60(1/1)", 2), undefined);
  assert.equal(edits("Cadence_9", "sound", "60(1/1)"), undefined);
});

test("a ring's hover describes and shows the rhythm that it names", () => {
  const reported = (mark: string) => {
    const { file, position } = fixture(text.replace(mark, `$0${mark}`));
    const client = { ...file.client, pictures: "dark" as const };
    return JSON.stringify(hover.run({ ...file, client }, { textDocument, position }, noToken));
  };
  assert.match(reported("n=Office"), /Cadence_2: `60\(1\/2\)`.*data:image\/svg.*On = 1 s, Off = 2 s/);
  assert.match(reported("n=Night"), /Cadence_3: `60\(\.8\/\.4,\.8\/4\)`/);
  assert.doesNotMatch(reported("60(1/2)"), /Cadence_2: `/);
});
