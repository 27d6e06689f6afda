import assert from "node:assert/strict";
import test from "node:test";
import { allowedDomains, isAllowed } from "../../server/src/dialects/cisco-flat-profile/rules/allowedDomains";

test("a list of domains, or none that can be read", () => {
  assert.deepEqual(allowedDomains("voiceip.com, VoiceIP1.com ,"), ["voiceip.com", "voiceip1.com"]);
  for (const text of ["", " ", ",", "$A", "voiceip.com,$B"]) assert.equal(allowedDomains(text), undefined, text);
});

test("a host is allowed in a domain of the list and below it", () => {
  for (const host of ["voiceip.com", "prov.voiceip.com", "a.b.voiceip.com"])
    assert.ok(isAllowed(host, ["other.com", "voiceip.com"]), host);
  for (const host of ["notvoiceip.com", "voiceip.com.evil.org", "com", ""])
    assert.ok(!isAllowed(host, ["other.com", "voiceip.com"]), host);
  assert.ok(!isAllowed("voiceip.com", []));
});
