import assert from "node:assert/strict";
import test from "node:test";
import { allWords, checkMarked } from "../support/marked";
import { problemsWithin } from "../support/problems";

/** The problems of one of the codes, with severity and message. */
function checkNames(codes: readonly string[], marked: string): void {
  checkMarked(
    marked,
    (body) => problemsWithin("<flat-profile>", body, "</flat-profile>").filter(({ code }) => codes.includes(code)),
    allWords,
  );
}

const made = (count: number) =>
  Array.from({ length: count }, (_, i) => `<Account_Thing_${"abcdefghijkl"[i]}/>`).join("");
const real = "<GPP_A>1</GPP_A><GPP_B>1</GPP_B><GPP_C>1</GPP_C><GPP_D>1</GPP_D>";

test("a profile whose names are mostly unknown is reported once, with counts", () => {
  const codes = ["parameter/mostly-unknown"];
  checkNames(
    codes,
    `
    ${made(6)}${real}
     ^^^^^^^^^^^^^^^ warning parameter/mostly-unknown: 6 of the 10 names in this profile are not in our catalogue. Is it for another product?`,
  );
  checkNames(
    codes,
    `
      <Account_Thing_a/><Account_Thing_b/><Account_Thing_c/>
       ^^^^^^^^^^^^^^^ warning parameter/mostly-unknown: None of the 3 names in this profile is in our catalogue. Is it for another product?`,
  );
  checkNames(codes, made(4) + real);
  checkNames(codes, `${made(4)}<GPP_A>1</GPP_A>`);
  checkNames(codes, `${made(6)}${real}<GPP_E/><GPP_F/>`);
  checkNames(codes, '<Hook_State group="Info/Line">On</Hook_State>');
  checkNames(codes, "<User_ID_{{n}}_>1</User_ID_{{n}}_><Made_{{n}}>1</Made_{{n}}>");
  checkNames(codes, "<Ext_1><User_ID_1_>1</User_ID_1_></Ext_1>");
});

test("a misspelled name alone has one warning", () => {
  for (const [name, code] of [
    ["Profile_Rul", "parameter/unknown"],
    ["Resync_Peridic", "parameter/unknown"],
    ["profile_rule", "parameter/wrong-case"],
    ["SIP_Transport", "parameter/unknown"],
    ["Proxy_1", "parameter/unknown"],
  ]) {
    const all = problemsWithin("<flat-profile>", `<${name}/>`, "</flat-profile>");
    const warnings = all.filter(({ severity }) => severity === "warning");
    assert.deepEqual(
      warnings.map((each) => each.code),
      [code],
      name,
    );
  }
  checkNames(["parameter/mostly-unknown"], "<Profile_Rul/><Resync_Peridic/><profile_rule/><Upgrade_Rul/><Proxi_1_/>");
  checkNames(["parameter/mostly-unknown"], "<Profile_Rul/><Account_Thing_a/>");
  checkNames(
    ["parameter/mostly-unknown"],
    `
      <Profile_Rul/>${made(6)}${real}
                     ^^^^^^^^^^^^^^^ warning parameter/mostly-unknown: 6 of the 11 names in this profile are not in our catalogue. Is it for another product?`,
  );
});

test("the spelling of another product line is reported once", () => {
  const codes = ["parameter/other-spelling", "parameter/not-on-device"];
  const phone = "<!-- flat-profile-device family=mpp88xx -->";
  const keys = Array.from({ length: 64 }, (_, i) => i + 1)
    .map(
      (i) =>
        `<Unit_${i > 32 ? 2 : 1}_Key_${((i - 1) % 32) + 1}>fnc=sd;ext=1@$PROXY</Unit_${i > 32 ? 2 : 1}_Key_${((i - 1) % 32) + 1}>\n`,
    )
    .join("");
  checkNames(codes, keys);
  checkNames(codes, phone + keys.replaceAll("Key_1>", "Key_1_>").split("\n")[0]);
  checkNames(
    codes,
    `
      <!-- flat-profile-device family=mpp88xx --><Unit_2_Key_20>fnc=sd;ext=1@$PROXY</Unit_2_Key_20>
                                                  ^^^^^^^^^^^^^ warning parameter/other-spelling: This phone uses the name \`Unit_2_Key_20_\`. It ignores \`Unit_2_Key_20\`.`,
  );
  // a family that the file does not state, or none at all
  checkNames(codes, "<Unit_2_Key_20>fnc=sd;ext=1@$PROXY</Unit_2_Key_20>");
  checkNames(codes, "<!-- sip88xx --><Unit_2_Key_20>fnc=sd;ext=1@$PROXY</Unit_2_Key_20>");
  checkNames(codes, `${phone}<Unit_2_Key_20>fnc=sd</Unit_2_Key_20><Unit_2_Key_20_>fnc=sd</Unit_2_Key_20_>`);
});
