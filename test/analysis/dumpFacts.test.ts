import assert from "node:assert/strict";
import test from "node:test";
import { dumpFacts } from "../../server/src/dialects/cisco-flat-profile/dumpFacts";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";

function check(text: string, expected: readonly object[]): void {
  assert.deepEqual(dumpFacts(dialect.read(`<flat-profile>${text}</flat-profile>`, catalogue)), expected);
}

test("choices are after an element or on the next line", () => {
  const fact = { name: "SIP_Transport_1_", path: "", value: "UDP", ua: "na", options: ["UDP", "TCP"] };
  check('<SIP_Transport_1_ ua="na">UDP</SIP_Transport_1_> <!-- options: UDP/TCP -->', [fact]);
  check('\n<SIP_Transport_1_ ua="na">UDP</SIP_Transport_1_>\n<!--  available options: UDP|TCP  -->\n', [fact]);
});

test("another comment, and choices before any element, teach nothing", () => {
  check("<!-- options: a/b --><Station_Name>x</Station_Name><!-- that was the name -->", [
    { name: "Station_Name", path: "", value: "x" },
  ]);
});

test("the first list counts, and placeholders are left out", () => {
  check("<A>1</A><!-- options: 1/2 --><!-- options: 3/4 --><B>{{ b }}</B>", [
    { name: "A", path: "", value: "1", options: ["1", "2"] },
  ]);
});

test("sections and web-page groups are kept", () => {
  check('<router-configuration><SNMP><Zzz>1</Zzz></SNMP></router-configuration><Y group="Info/Status">2</Y>', [
    { name: "Zzz", path: "router-configuration/SNMP", value: "1" },
    { name: "Y", path: "", value: "2", group: "Info/Status" },
  ]);
});

test("an element keeps its choices over the end of a segment", () => {
  const filler = "<Zfiller>1</Zfiller>\n".repeat(2_000);
  const facts = dumpFacts(
    dialect.read(
      `<flat-profile>\n${"<A>1</A>\n<!-- options: 1/2 -->\n".repeat(2_000)}${filler}</flat-profile>`,
      catalogue,
    ),
  );
  assert.equal(facts.filter(({ name, options }) => name === "A" && options?.length === 2).length, 2_000);
});
