import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

/** What is reported for the name of one element. */
function checkName(element: string, expected: string): void {
  const found = problemsOf(`<flat-profile>${element}</flat-profile>`)
    .filter(({ code }) => code === "parameter/unknown")
    .map(({ severity, message }) => `${severity}: ${message}`);
  assert.deepEqual(found, [expected], element);
}

test("a name was meant for a switch only when its value can turn one", () => {
  checkName(
    "<Registerr_1_>Yes</Registerr_1_>",
    "warning: `Registerr_1_` is not in our catalogue. Did you mean `Register_1_`?",
  );
  checkName(
    "<Registerr_1_></Registerr_1_>",
    "warning: `Registerr_1_` is not in our catalogue. Did you mean `Register_1_`?",
  );
  checkName("<Registrar_1_>sip.example.com</Registrar_1_>", "hint: `Registrar_1_` is not in our catalogue.");
});

function checkGuess(name: string, expected: string, value = ""): void {
  checkName(`<${name}>${value}</${name}>`, expected);
}

test("a number too many, a missing one and one written another way get the right name", () => {
  for (const [name, right] of [
    ["RTP_Port_Min_1_", "RTP_Port_Min"],
    ["STUN_Server_1_", "STUN_Server"],
    ["NAT_Keep_Alive_Intvl_2_", "NAT_Keep_Alive_Intvl"],
    ["Time_Zone_1_", "Time_Zone"],
    ["Profile_Rule_1_", "Profile_Rule"],
    ["Resync_Periodic_4", "Resync_Periodic"],
    ["G711u_Codec_Name_1_", "G711u_Codec_Name"],
  ] as const)
    checkGuess(name, `warning: \`${name}\` is not in our catalogue. \`${right}\` does not have this number.`);
  for (const [name, right] of [
    ["SIP_Transport", "SIP_Transport_1_"],
    ["Preferred_Codec", "Preferred_Codec_1_"],
    ["Proxy", "Proxy_1_"],
    ["Dial_Plan", "Dial_Plan_1_"],
    ["H264_BP0_Enable", "H264_BP0_Enable_1_"],
    ["Extended_Function_", "Extended_Function_1_"],
  ] as const)
    checkGuess(name, `warning: \`${name}\` is not in our catalogue. It needs a number, such as \`${right}\`.`);
  for (const [name, right] of [
    ["Dial_Plan_1", "Dial_Plan_1_"],
    ["Dial_Plan2", "Dial_Plan_2_"],
    ["Ring_3_", "Ring3"],
    ["PSK_1_", "PSK_1"],
    ["Unit_1__Key_2_", "Unit_1_Key_2_"],
  ] as const)
    checkGuess(name, `warning: \`${name}\` is not in our catalogue. Did you mean \`${right}\`?`);
});

test("names as prose and other products write them", () => {
  for (const [name, right] of [
    ["Resync_At", "Resync_At__HHmm_"],
    ["ResyncAt", "Resync_At__HHmm_"],
    ["Resync-At", "Resync_At__HHmm_"],
    ["Session_Timer", "Session_Timer_m_"],
    ["Use_Auto_Discovery", "Use_Auto_Discovery__WPAD_"],
    ["resyncOnReset", "Resync_On_Reset"],
    ["Auth_Resync_Reboot_2_", "Auth_Resync-Reboot_2_"],
    ["extendedFunction3", "Extended_Function_3_"],
  ] as const)
    checkGuess(name, `warning: \`${name}\` is not in our catalogue. Did you mean \`${right}\`?`);
  checkGuess(
    "sipTransport",
    "warning: `sipTransport` is not in our catalogue. It needs a number, such as `SIP_Transport_1_`.",
  );
  checkGuess(
    "stun-server-1",
    "warning: `stun-server-1` is not in our catalogue. `STUN_Server` does not have this number.",
  );
  checkGuess("Set_Local_Date", "hint: `Set_Local_Date` is not in our catalogue.");
});

test("words in another order are similar, not the same", () => {
  for (const [name, similar] of [
    ["NTP_Primary_Server", "Primary_NTP_Server"],
    ["Rule_Profile_B", "Profile_Rule_B"],
    ["Proxy_Outbound_3_", "Outbound_Proxy_3_"],
    ["On_Reset_Resync", "Resync_On_Reset"],
    ["Transport_SIP_1_", "SIP_Transport_1_"],
  ] as const)
    checkGuess(name, `hint: \`${name}\` is not in our catalogue. A similar name is \`${similar}\`.`);
  checkGuess("Server_SIP_1", "hint: `Server_SIP_1` is not in our catalogue.");
});

test("neighbors have the same severity", () => {
  checkGuess(
    "Speed_Dial_1_",
    "warning: `Speed_Dial_1_` is not in our catalogue. The nearest number is that of `Speed_Dial_2`.",
  );
  for (const n of [2, 3])
    checkGuess(
      `Speed_Dial_${n}_`,
      `warning: \`Speed_Dial_${n}_\` is not in our catalogue. Did you mean \`Speed_Dial_${n}\`?`,
    );
});

test("a name with another word may be that of another product", () => {
  for (const [name, similar] of [
    ["PSTN_To_ABC_Gain_2_", "PSTN_To_WAG_Gain_2_"],
    ["Enable_WAN_Server", "Enable_Web_Server"],
  ] as const)
    checkGuess(name, `hint: \`${name}\` is not in our catalogue. A similar name is \`${similar}\`.`);
  for (const name of ["Use_Default_Ring_2_", "PSTN_To_WAG_Gain_2_", "Line_Name_3_"])
    assert.deepEqual(
      problemsOf(`<flat-profile><${name}/></flat-profile>`).map(({ message }) => message),
      [],
    );
});

test("the right name beside the wrong one leaves a hint", () => {
  const found = problemsOf("<flat-profile><Time_Zone>GMT</Time_Zone><Time_Zone_1_>GMT</Time_Zone_1_></flat-profile>");
  assert.deepEqual(
    found.map(({ severity, message }) => `${severity}: ${message}`),
    ["hint: `Time_Zone_1_` is not in our catalogue."],
  );
});
