import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Device } from "../../server/src/devices/device";
import { brokenFiles } from "../support/brokenFiles";
import { fixture } from "../support/fixture";
import { expandedFile } from "../support/preview";

const canary = "cAnArY-4711";
const desk: Device = {
  id: "desk",
  label: "Desk 1",
  model: "8841",
  mac: "00:00:5e:00:53:01",
  serial: "A&B",
  firmware: "sip88xx.12-0-3MPP0001-87",
  secrets: { SA: canary },
};

function expanded(content: string, device: Device | undefined = desk): string {
  const { text } = expandedFile(fixture(content).file, device);
  assert.ok(!text.includes(canary), text);
  return text;
}

/** One value each, before and after. */
function checkExpansion(name: string, value: string, expected: string): void {
  const file = (text: string) =>
    `<flat-profile>\n<GPP_A>a1</GPP_A><GPP_B>$MA</GPP_B>\n<${name}>${text}</${name}>\n</flat-profile>\n`;
  assert.equal(expanded(file(value)), file(expected));
}

test("macros give way to values where the phone expands them, and nowhere else", () => {
  checkExpansion(
    "Profile_Rule",
    "http://h/$(MAU:8:2)/$MA.xml?a=1&amp;b=$A",
    "http://h/53/00005e005301.xml?a=1&amp;b=a1",
  );
  checkExpansion("Profile_Rule_B", "http://h/$SN/$EXTIP/$STRANGE/$$MA/$B", "http://h/A&amp;B//$STRANGE/$MA/$MA");
  checkExpansion(
    "Upgrade_Rule",
    '(&quot;$A&quot; eq "a1")?\n  http://h/$PN',
    '(&quot;a1&quot; eq "a1")?\n  http://h/CP-8841-3PCC',
  );
  checkExpansion("Resync_Trigger_1", '"$A" ne "a1"', '"a1" ne "a1"');
  checkExpansion("Log_Request_Msg", "$PN $MAC $ERR", "CP-8841-3PCC 00:00:5e:00:53:01 $ERR");
  checkExpansion("HTTP_User_Agent_Name", "$VERSION $A $MA $PN", "$VERSION a1 00005e005301 $PN");
  checkExpansion("Syslog_Identifier", "$MAU", "00005E005301");
  checkExpansion("Profile_Rule", "# http://h/$MA", "# http://h/$MA");
  checkExpansion("Station_Name", "$MA", "$MA");
  checkExpansion("Profile_Rule", "http://h/{$mac}/$MA", "http://h/{$mac}/$MA");
  checkExpansion("Custom_CA_Rule", "$MA", "00005e005301");
});

test("what a rule sets is valid for those after it; what is in another element of the name is expanded too", () => {
  const file = (a: string, b: string, c: string) => `<flat-profile>
<Profile_Rule>${a}</Profile_Rule>
<Profile_Rule>("1" eq "1")? (GPP_A="new")! http://h/a</Profile_Rule>
<Profile_Rule_B>${b}</Profile_Rule_B>
<GPP_A>old</GPP_A>
<Report_Rule value="${c}"/>
</flat-profile>`;
  assert.equal(
    expanded(file("http://$A/$MA", "http://$A", "http://h/$A &quot;$SN&quot;")),
    file("http://new/00005e005301", "http://new", "http://h/new &quot;A&amp;B&quot;"),
  );
});

test("secrets are masked wherever they are", () => {
  const file = (secret: string, argument: string) => `<flat-profile>
<!-- was ${secret} once; <Admin_Passwd>${argument}</Admin_Passwd> -->
<GPP_SA>${secret}</GPP_SA><Admin_Passwd ua="na">${argument}</Admin_Passwd><My_Secret_Key>${argument}</My_Secret_Key>
<Profile_Rule>[--key ${secret} --pwd $SB] http://h/$MA/${secret}</Profile_Rule>
<GPP_C>x ${secret}</GPP_C><Station_Name>${secret}</Station_Name>
</flat-profile>`;
  const shown = expanded(file(canary, "hunter2"));
  assert.equal(shown, file("••••", "••••").replace("$SB", "").replace("$MA", "00005e005301"));
  assert.equal(
    expanded(`<flat-profile><Profile_Rule>[--key $SA] http://h/a</Profile_Rule></flat-profile>`).includes(
      "[--key ••••]",
    ),
    true,
  );
});

test("a secret that is put together of two macros is masked", () => {
  const [a, b] = [canary.slice(0, 5), canary.slice(5)];
  const text = expanded(
    `<flat-profile><Profile_Rule>http://h/$A$B/$MA</Profile_Rule><GPP_A>${a}</GPP_A><GPP_B>${b}</GPP_B></flat-profile>`,
  );
  assert.match(text, /<Profile_Rule>http:\/\/h\/••••\/00005e005301<\/Profile_Rule>/);
});

test("without a device an invented one of the file's family is taken", () => {
  const { file } = fixture("<flat-profile><Profile_Rule>http://h/$PSN</Profile_Rule></flat-profile>");
  const { text, device } = expandedFile(file, undefined);
  assert.match(text, /http:\/\/h\/[^$<]+</);
  assert.notEqual(device, "");
});

test("a file without macros and secrets stays as it is, whatever it is", () => {
  for (const text of brokenFiles) if (!/\$|Passw|SA/.test(text)) assert.equal(expanded(text), expandedOf(text));
  const parts = [
    "<flat-profile>",
    "</flat-profile>",
    "<Profile_Rule>",
    "</Profile_Rule>",
    "<GPP_SA>",
    "</GPP_SA>",
    "<!--",
    "-->",
    "$MA",
    "[--key ",
    "]",
    "&amp;",
    "&",
    "<",
    "\n",
    "x",
    "$",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (picked) => {
      const text = picked.join("");
      const { file } = fixture(text);
      const shown = expandedFile(file, desk).text;
      if (!text.includes("$") && !text.includes("SA") && !text.includes("key")) {
        if (file.snapshot.document.form !== "foreign") assert.equal(shown, text);
      }
    }),
    { numRuns: 400 },
  );

  /** A foreign file is none of ours. */
  function expandedOf(text: string): string {
    return fixture(text).file.snapshot.document.form === "foreign" ? "" : text;
  }
});

test("a login after a tag is hidden where no setting is read", () => {
  const elements = [
    `<Syslog_Server>ann:${canary}@h:514</Syslog_Server>`,
    `<Stun_Server_>ann:${canary}@10.0.0.1`,
    `<x a="b">ann.smith:${canary}@[2001:db8::1]:514</x>`,
  ];
  for (const element of elements)
    for (const file of [
      `${element}\n<flat-profile>\n<GPP_A>a</GPP_A>\n</flat-profile>\n`,
      `<flat-profile>\n<GPP_A>a</GPP_A>\n</flat-profile>\n${element}\n`,
      `<flat-profile>\n<!-- ${element} -->\n<GPP_A>a</GPP_A>\n</flat-profile>\n`,
    ])
      assert.match(expanded(file), /:••••@/);
});
