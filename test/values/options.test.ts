import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

function checkSetting(setting: string, expected: readonly string[], family?: string): void {
  const device = family ? `<!-- flat-profile-device ${family} -->` : "";
  const found = problemsOf(`<flat-profile>${device}\n${setting}\n</flat-profile>`)
    .filter(({ code }) => code !== "parameter/not-on-device")
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  assert.deepEqual(found, expected, setting);
}

test("a key takes a line number of this phone or Disabled", () => {
  const wrong = (text: string, last: number) =>
    `warning value/no-such-line: \`${text}\` is not a line number of this phone. Use 1 to ${last}, or \`Disabled\`.`;
  checkSetting("<Extension_1_>1001</Extension_1_>", [wrong("1001", 16)]);
  checkSetting("<Extension_2_>0</Extension_2_>", [wrong("0", 16)]);
  checkSetting("<Unit_1_Extension_3_>204</Unit_1_Extension_3_>", [wrong("204", 16)]);
  checkSetting("<Extension_2_>13</Extension_2_>", [wrong("13", 12)], "family=spa5xx");
  checkSetting("<Extension_1_>5</Extension_1_>", [wrong("5", 4)], "family=mpp68xx");
  checkSetting("<Extension_2_>9</Extension_2_>", [wrong("9", 4)], "model=SPA504G");
  checkSetting("<Extension_2_>9</Extension_2_>", [], "model=SPA509G");
  checkSetting("<Call_Feature_Sync_Ext>4711</Call_Feature_Sync_Ext>", [wrong("4711", 12)]);
  for (const text of ["1", "16", "Disabled", ""]) checkSetting(`<Extension_1_>${text}</Extension_1_>`, []);
});

test("near spellings of a time zone get the right one", () => {
  for (const [text, meant] of [
    ["GMT+3:00", "GMT+03:00"],
    ["GMT+1:00", "GMT+01:00"],
    ["GMT-7:00", "GMT-07:00"],
    ["GMT+3", "GMT+03:00"],
    ["UTC+05:30", "GMT+05:30"],
    ["GMT +0100", "GMT+01:00"],
    ["-3.5", "GMT-03:30"],
    ["+2", "GMT+02:00"],
    ["GMT+00:00", "GMT"],
    ["UTC", "GMT"],
  ] as const)
    checkSetting(`<Time_Zone>${text}</Time_Zone>`, [
      `warning value/not-an-option: Unknown option \`${text}\`. Did you mean \`${meant}\`?`,
    ]);
  for (const text of ["GMT+03:00", "GMT", "GMT-03:30"]) checkSetting(`<Time_Zone>${text}</Time_Zone>`, []);
});

test("a value that the file itself lists among the choices is silent", () => {
  checkSetting("<Server_Type>Metaswitch</Server_Type> <!-- options: Broadsoft/Metaswitch -->", []);
  checkSetting("<Server_Type>Metaswitch</Server_Type>\n  <!-- available options: Broadsoft|Metaswitch -->", []);
  checkSetting("<Block_CID_Setting>Sometimes</Block_CID_Setting><!-- options: Yes/No/Sometimes -->", []);
  const unknown = "info value/not-an-option: `Metaswitch` is not one of the known options.";
  checkSetting("<Server_Type>Metaswitch</Server_Type> <!-- options: Broadsoft/Asterisk -->", [unknown]);
  checkSetting("<Server_Type>Metaswitch</Server_Type><Line>1</Line><!-- options: Broadsoft/Metaswitch -->", [unknown]);
});

test("addresses of music servers and the words of the router's guide are silent", () => {
  checkSetting("<MOH_Server_1_>moh@music.example.com</MOH_Server_1_>", []);
  for (const setting of [
    "<PHY_Port_Setting><Flow_Control>Enabled</Flow_Control></PHY_Port_Setting>",
    "<VPN_Passthrough><IPSec_Passthrough>Disabled</IPSec_Passthrough></VPN_Passthrough>",
    "<DHCP_Server_Pool><Rule><DHCP_Server>Enable</DHCP_Server></Rule></DHCP_Server_Pool>",
    "<Time_Setup><Time_Zone>(GMT-08:00) Pacific Time</Time_Zone></Time_Setup>",
    "<Router_Mode>Bridge</Router_Mode>",
    "<SNMP><SNMP_Trusted_IP>0.0.0.0/0.0.0.0 (Any IP address)</SNMP_Trusted_IP></SNMP>",
  ])
    checkSetting(`<router-configuration>${setting}</router-configuration>`, []);
});

test("ports of gateways are numbered to eight", () => {
  for (const name of ["PSTN_Line_Enable_8_", "Gateway_1_6_", "Dial_Plan_3_4_", "User_ID_8_", "Line_Enable_7_"])
    checkSetting(`<${name}></${name}>`, [], "family=spa8000");
});

test("softkeys that phones print in their own lists are allowed there", () => {
  checkSetting("<Connected_Key_List>hold|1;endcall|2;callpush|3;</Connected_Key_List>", [], "family=mpp68xx");
  checkSetting("<Start-Conf_Key_List>hold|1;endcall|2;conf|3;settings</Start-Conf_Key_List>", [], "family=mpp7832");
  checkSetting("<Missed_Call_Key_List>lcr|1;back|3;miss|4;</Missed_Call_Key_List>", [], "family=mpp78xx");
});
