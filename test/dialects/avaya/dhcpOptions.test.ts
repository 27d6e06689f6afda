import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { dhcpOptions } from "../../../server/src/dialects/avaya/dhcpOptions";

function optionOf(code: number) {
  const found = dhcpOptions.find((option) => option.code === code);
  assert.ok(found);
  return found;
}

function decoded(code: number, text: string) {
  const { settings, problems } = optionOf(code).decode(text);
  return { ...Object.fromEntries(settings.map(({ name, value }) => [name, value])), problems: problems.length };
}

test("option 242 is names with values, and a list goes on after its comma", () => {
  assert.deepEqual(decoded(242, "MCIPADD=10.1.1.5,MCPORT=1719,HTTPSRVR=10.1.1.9,L2QVLAN=120,VLANTEST=0"), {
    ...{ MCIPADD: "10.1.1.5", MCPORT: "1719", HTTPSRVR: "10.1.1.9", L2QVLAN: "120", VLANTEST: "0" },
    problems: 0,
  });
  assert.deepEqual(decoded(242, "mcipadd=10.1.1.5,10.1.1.6, HTTPDIR=a b"), {
    MCIPADD: "10.1.1.5,10.1.1.6",
    HTTPDIR: "a b",
    problems: 0,
  });
  assert.deepEqual(decoded(242, 'DOMAIN="a,b",HTTPSRVR='), { DOMAIN: "a,b", HTTPSRVR: "", problems: 0 });
  assert.deepEqual(decoded(242, "10.1.1.5,HTTPSRVR=10.1.1.9"), { HTTPSRVR: "10.1.1.9", problems: 1 });
  assert.deepEqual(decoded(242, ""), { problems: 0 });
  assert.deepEqual(decoded(176, "TFTPSRVR=10.1.1.9"), { TFTPSRVR: "10.1.1.9", problems: 0 });
});

test("option 43 is codes of one vendor", () => {
  const hex = "01 04 00 00 1a e9 02 08 31 30 2e 31 2e 31 2e 39 0a 03 31 32 30";
  assert.deepEqual(decoded(43, hex), { HTTPSRVR: "10.1.1.9", L2QVLAN: "120", problems: 0 });
  assert.deepEqual(decoded(43, "0x01043638383902023131"), { HTTPSRVR: "11", problems: 0 });
  assert.deepEqual(decoded(43, "01 04 00 00 1a e9 0a 02 00 78"), { L2QVLAN: "120", problems: 0 });
  assert.deepEqual(decoded(43, "02 02 31 31"), { HTTPSRVR: "11", problems: 1 });
  assert.deepEqual(decoded(43, "01 04 00 00 1a e9 63 01 31"), { problems: 1 });
  assert.deepEqual(decoded(43, "01 04 00 00"), { problems: 1 });
  assert.deepEqual(decoded(43, "HTTPSRVR"), { problems: 1 });
  assert.deepEqual(
    optionOf(43)
      .encode([{ name: "DSCPAUD", value: "46" }])
      .losses.map(({ name }) => name),
    ["DSCPAUD"],
  );
});

test("what does not fit is left out", () => {
  const settings = Array.from({ length: 40 }, (_, i) => ({ name: `NAME${i}`, value: "10.1.1.9" }));
  const { text, losses } = optionOf(242).encode(settings);
  assert.ok(text.length <= 255 && text.length > 200);
  assert.equal(losses.length, settings.length - text.split(",").length);
});

test("settings come back as they were, and no text throws", () => {
  const value = fc.stringMatching(/^[a-z0-9.:/_-]{1,12}(?:,[a-z0-9.:/_-]{1,12})?$/);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), fc.constantFrom(242, 43), (values, code) => {
      const names = ["HTTPSRVR", "HTTPDIR", "TLSSRVR", "TLSDIR", "L2QVLAN", "SIP_CONTROLLER_LIST"];
      const settings = values.map((each, i) => ({ name: names[i] ?? "", value: each }));
      const { text, losses } = optionOf(code).encode(settings);
      assert.deepEqual(losses, []);
      assert.deepEqual(optionOf(code).decode(text), { settings, problems: [] });
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { decode } of dhcpOptions) decode(text);
    }),
  );
});
