import assert from "node:assert/strict";
import test from "node:test";
import { catalogue } from "../support/catalogue";
import { problemsOf } from "../support/problems";

function checkSwitch(settings: string, expected: readonly string[]): void {
  const found = problemsOf(`<flat-profile>${settings}</flat-profile>`)
    .filter(({ code }) => code === "parameter/switched-off")
    .map(({ severity, message }) => `${severity}: ${message}`);
  assert.deepEqual(found, expected, settings);
}

const stated = (name: string, owner: string, off: string) =>
  `info: \`${name}\` has no effect while \`${owner}\` is \`${off}\`.`;
const byDefault = (name: string, owner: string, off: string) =>
  `info: \`${name}\` has no effect while \`${owner}\` has its default \`${off}\`.`;

test("a setting whose switch the file turns off", () => {
  checkSwitch("<STUN_Enable>No</STUN_Enable><STUN_Server>a.example</STUN_Server>", [
    stated("STUN_Server", "STUN_Enable", "No"),
  ]);
  checkSwitch("<Use_Auth_ID_2_>0</Use_Auth_ID_2_><Auth_ID_2_>7</Auth_ID_2_>", [
    stated("Auth_ID_2_", "Use_Auth_ID_2_", "0"),
  ]);
  checkSwitch("<Proxy_Mode>Off</Proxy_Mode><Proxy_Host>a.example</Proxy_Host>", [
    stated("Proxy_Host", "Proxy_Mode", "Off"),
  ]);
  checkSwitch("<STUN_Enable>Yes</STUN_Enable><STUN_Server>a.example</STUN_Server>", []);
  checkSwitch("<STUN_Enable>{{ stun }}</STUN_Enable><STUN_Server>a.example</STUN_Server>", []);
});

test("the switch that the file sets is shown beside the problem", () => {
  const related = (settings: string) => {
    const text = `<flat-profile>${settings}</flat-profile>`;
    const [problem] = problemsOf(text).filter(({ code }) => code === "parameter/switched-off");
    assert.ok(problem, settings);
    return (problem.related ?? []).map(({ span }) => text.slice(span.start, span.end));
  };
  assert.deepEqual(related("<STUN_Enable>No</STUN_Enable><STUN_Server>a.example</STUN_Server>"), ["STUN_Enable"]);
  assert.deepEqual(related("<STUN_Server>a.example</STUN_Server>"), []);
});

test("a setting whose switch is off by default on every phone that has it", () => {
  checkSwitch("<STUN_Server>a.example</STUN_Server>", [byDefault("STUN_Server", "STUN_Enable", "No")]);
  // MPP phones have the proxy without the switch.
  const proxy = "<Use_Outbound_Proxy_1_>Yes</Use_Outbound_Proxy_1_><Outbound_Proxy_2_>a.example</Outbound_Proxy_2_>";
  checkSwitch(proxy, []);
  checkSwitch(
    `<!-- flat-profile-device family=mpp88xx --><Use_Auth_ID_1_>No</Use_Auth_ID_1_><Auth_ID_1_>7</Auth_ID_1_>`,
    [],
  );
  checkSwitch(`<!-- flat-profile-device family=spa5xx -->${proxy}`, [
    byDefault("Outbound_Proxy_2_", "Use_Outbound_Proxy_2_", "No"),
  ]);
  // The 6800 has its screen saver on.
  const wait = "<Screen_Saver_Wait>120</Screen_Saver_Wait>";
  checkSwitch(wait, []);
  checkSwitch(`<!-- flat-profile-device family=mpp68xx -->${wait}`, []);
  checkSwitch(`<!-- flat-profile-device family=mpp78xx -->${wait}`, [
    byDefault("Screen_Saver_Wait", "Screen_Saver_Enable", "No"),
  ]);
});

test("one switch is one report, and factory values are silent", () => {
  checkSwitch("<XMPP_Server>a.example</XMPP_Server><XMPP_User_ID>7</XMPP_User_ID>", [
    byDefault("XMPP_Server", "XMPP_Enable", "No"),
  ]);
  checkSwitch("<VLAN_ID>1</VLAN_ID><Outbound_Proxy_1_></Outbound_Proxy_1_>", []);
});

test("a file with as many settings as a dump is left out", () => {
  const many = Array.from({ length: 300 }, (_, n) => `<Name_${n}/>`).join("");
  checkSwitch(`${many}<STUN_Server>a.example</STUN_Server>`, []);
});

test("every switch is a parameter that can be off", () => {
  assert.ok(catalogue.switches.flatMap(({ settings }) => settings).length >= 30);
  for (const { switch: name, off } of catalogue.switches) {
    const parameter = catalogue.pattern(name);
    assert.ok(parameter?.type === "Bool" ? off === "No" : parameter?.options?.includes(off), name);
  }
});
