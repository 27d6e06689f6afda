import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { queryOf, rankOf, searched } from "../../server/src/features/nameSearch";

/** Names that are found for each query, the best first. */
function checkRanks(names: readonly string[], ranks: Readonly<Record<string, readonly string[]>>): void {
  for (const [typed, expected] of Object.entries(ranks)) {
    const found = names.flatMap((name) => {
      const rank = rankOf(queryOf(typed), searched(name, name.replaceAll("_", " ")));
      return rank === undefined ? [] : [{ name, rank }];
    });
    assert.deepEqual(
      found.sort((a, b) => a.rank - b.rank).map(({ name }) => name),
      expected,
      typed,
    );
  }
}

test("whole words come before beginnings, and these before parts of words", () => {
  checkRanks(["Proxy", "Proxy_Fallback_Intvl", "Outbound_Proxy", "Reproxying", "Prefix"], {
    proxy: ["Proxy", "Proxy_Fallback_Intvl", "Outbound_Proxy", "Reproxying"],
    Proxy: ["Proxy", "Proxy_Fallback_Intvl", "Outbound_Proxy", "Reproxying"],
    pro: ["Proxy", "Proxy_Fallback_Intvl", "Outbound_Proxy"],
    "out prox": ["Outbound_Proxy"],
    "proxy out": ["Outbound_Proxy"],
    outprox: ["Outbound_Proxy"],
    pfi: ["Proxy_Fallback_Intvl"],
    "proxy zebra": [],
    outboundproxyx: [],
  });
});

test("numbers are apart from words", () => {
  assert.deepEqual(queryOf("<Proxy_12_"), { words: ["proxy"], numbers: ["12"], initials: 0 });
  assert.deepEqual(queryOf("proxy2 key 3"), { words: ["proxy", "key"], numbers: ["2", "3"], initials: 0 });
  assert.deepEqual(queryOf("SIP_100REL"), { words: ["sip", "100rel"], numbers: [], initials: 0 });
  assert.deepEqual(queryOf(" -- "), { words: [], numbers: [], initials: 0 });
});

test("a name of many words is looked through in no time, whatever is typed", () => {
  const name = Array.from({ length: 200 }, () => "a").join("_");
  assert.equal(rankOf(queryOf(`${"a".repeat(199)}b`), searched(name, name)), undefined);
});

test("a few letters find the same, whether names with other initials are looked at or not", () => {
  const names = ["Dial_Plan_1_", "GPP_A", "3G_Mode", "Ünit_Name", "Voice_Mail_Number", "SIP_100REL_Enable"];
  const typed = fc.string({
    unit: fc.constantFrom("d", "p", "g", "3", "ü", "v", "m", " ", "s", "1", "-"),
    maxLength: 4,
  });
  fc.assert(
    fc.property(typed, fc.constantFrom(...names), (text, name) => {
      const query = queryOf(text);
      const candidate = searched(name, "Dial plan", "of the menu");
      assert.equal(rankOf(query, candidate), rankOf({ ...query, initials: 0 }, candidate));
    }),
  );
});
