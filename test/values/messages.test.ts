import assert from "node:assert/strict";
import test from "node:test";
import type { GenerationId } from "../../server/src/schema/model";
import { tone } from "../../server/src/values/signal/tone";
import { effective } from "../support/effectiveParameter";
import { dialect } from "../support/problems";

/** What a person reads of a value. */
function checkMessages(of: string | ReturnType<typeof effective>, text: string, ...expected: readonly string[]): void {
  const at = typeof of === "string" ? effective(of) : of;
  const type = dialect.valueTypes.find(({ id }) => id === at.parameter.type);
  assert.deepEqual(
    type?.check(text, at).map(({ message }) => message),
    expected,
    text,
  );
}

test("a number outside its range is too high or too low, and the range is named", () => {
  const end = "The phone uses its default or the nearest limit.";
  const uns = (...ranges: NonNullable<Parameters<typeof effective>[1]>["ranges"] & {}) =>
    effective("Uns<16>", { ranges });
  checkMessages(uns({ min: 20, max: 60 }), "61", `\`61\` is too high. Use 20 to 60. ${end}`);
  checkMessages(uns({ min: 20, max: 60 }), "19", `\`19\` is too low. Use 20 to 60. ${end}`);
  checkMessages(uns({ min: 20 }), "19", `\`19\` is too low. Use 20 or more. ${end}`);
  checkMessages(uns({ max: 60 }), "61", `\`61\` is too high. Use 60 or less. ${end}`);
  checkMessages(
    uns({ min: 0, max: 0 }, { min: 20, max: 60 }),
    "61",
    `\`61\` is out of range. Use 0 to 0, 20 to 60. ${end}`,
  );
  checkMessages(uns({ min: 20 }), "60000");
  checkMessages(uns({ max: 60 }), "0");
  for (const text of ["20", "60"]) checkMessages(uns({ min: 20, max: 60 }), text);
});

test("numbers that wait for the short timer are counted", () => {
  const waits = (number: string, longer: string) =>
    `The phone dials ${number} only after the short timer, because \`${longer}\` could follow.`;
  checkMessages("DialPlanScript", "(0|00)", waits("0", "00"));
  checkMessages("DialPlanScript", "(0|00|1|11)", `${waits("0", "00")} Other sequences that wait: 1.`);
});

test("menu shortcuts are known in any case", () => {
  for (const url of ["recents", "Recents", "RECENTS"]) checkMessages("PskFunction", `fnc=shortcut;url=${url}`);
});

test("a host that is not valid, with the sign that it cannot contain", () => {
  const rule = (url: string) => [effective("ProvisioningRuleSyntax", { name: "Profile_Rule" }), url] as const;
  checkMessages(...rule("http://a,b/x"), "A host cannot contain `,`. The phone cannot use the URL.");
});

test("a dictionary names the key that it does not know", () => {
  const script = (more: string) => `serv=http://h/;d1=Spanish;x1=es.xml;${more}`;
  const unknown = (key: string) =>
    `Unknown key \`${key}\`. A dictionary script has \`serv=\`, and \`d\`, \`x\` and \`f\` with a number.`;
  checkMessages("DictionaryScript", script("foo=1"), unknown("foo"));
  checkMessages("DictionaryScript", script("foo"), unknown("foo"));
});

test("a tone says what it sounds like", () => {
  const words = (script: string, name: string) =>
    tone.describe?.(script, effective("ToneScript", { name, role: "dial-tone" })) ?? "";
  assert.match(
    words("350@-19,440@-19;10(*/0/1+2)", "Dial_Tone"),
    /\n\nSounds like: Factory dial tone; dial tone of North America \(ITU-T E\.180\)\n\n/,
  );
  assert.doesNotMatch(words("351@-19,440@-19;10(*/0/1+2)", "Dial_Tone"), /Sounds like/);
});

test("a version has the form of the phone's own loads", () => {
  const form = (generation: GenerationId) => {
    const at = effective("ProvisioningRuleSyntax", { name: "Profile_Rule", generation });
    const type = dialect.valueTypes.find(({ id }) => id === at.parameter.type);
    const found = type?.check("($SWVER lt 11.0.0)? http://h/a", at).find(({ code }) => code === "rule/version-shape");
    return /Use the form `(.+)`/.exec(found?.message ?? "")?.[1];
  };
  assert.equal(form("MPP"), "11-3-2MPP0001-609");
  assert.equal(form("PhoneOS"), "PHONEOS.3-2-1-0104-37");
});

test("a number that no document describes as one is a hint only", () => {
  const at = effective("Uns<8>");
  const inferred = { ...at, parameter: { ...at.parameter, typeBasis: "inferred" as const } };
  const type = dialect.valueTypes.find(({ id }) => id === "Uns");
  assert.deepEqual(
    [at, inferred].map((one) => type?.check("x", one)[0]?.severity),
    ["warning", "hint"],
  );
});
