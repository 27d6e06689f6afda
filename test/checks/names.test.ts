import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

/** `severity code «text»: message` of each problem of one of the codes. */
function checkNames(codes: readonly string[], body: string, ...expected: readonly string[]): void {
  const text = `<flat-profile>${body}</flat-profile>`;
  const found = problemsOf(text)
    .filter(({ code }) => codes.includes(code))
    .map(
      ({ severity, code, message, span }) => `${severity} ${code} «${text.slice(span.start, span.end)}»: ${message}`,
    );
  assert.deepEqual(found, expected, text);
}

const made = (count: number) =>
  Array.from({ length: count }, (_, i) => `<Account_Thing_${"abcdefghijkl"[i]}/>`).join("");
const real = "<GPP_A>1</GPP_A><GPP_B>1</GPP_B><GPP_C>1</GPP_C><GPP_D>1</GPP_D>";

test("a profile whose names are mostly unknown is reported once, with counts", () => {
  const codes = ["parameter/mostly-unknown"];
  checkNames(
    codes,
    made(6) + real,
    "warning parameter/mostly-unknown «Account_Thing_a»: 6 of the 10 names in this profile are not in our catalogue. Is it for another product?",
  );
  checkNames(
    codes,
    made(3),
    "warning parameter/mostly-unknown «Account_Thing_a»: None of the 3 names in this profile is in our catalogue. Is it for another product?",
  );
  checkNames(codes, made(4) + real);
  checkNames(codes, `${made(4)}<GPP_A>1</GPP_A>`);
  checkNames(codes, `${made(6)}${real}<GPP_E/><GPP_F/>`);
  checkNames(codes, '<Hook_State group="Info/Line">On</Hook_State>');
  checkNames(codes, "<User_ID_{{n}}_>1</User_ID_{{n}}_><Made_{{n}}>1</Made_{{n}}>");
  checkNames(codes, "<Ext_1><User_ID_1_>1</User_ID_1_></Ext_1>");
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
    `${phone}<Unit_2_Key_20>fnc=sd;ext=1@$PROXY</Unit_2_Key_20>`,
    "warning parameter/other-spelling «Unit_2_Key_20»: This phone uses the name `Unit_2_Key_20_`. It ignores `Unit_2_Key_20`.",
  );
  checkNames(codes, `${phone}<Unit_2_Key_20>fnc=sd</Unit_2_Key_20><Unit_2_Key_20_>fnc=sd</Unit_2_Key_20_>`);
});
