import assert from "node:assert/strict";
import test from "node:test";
import { isKnownMacro, macroTable, prefixMacros } from "../../server/src/dialects/cisco-flat-profile/rules/macroTable";

// Specification section 3.3.
const provisioning =
  "MA MAU MAC PN PSN SN CCERT IP EXTIP SWVER HWVER PRVST UPGST UPGERR PRVTMR UPGTMR REGTMR1 REGTMR2 UPGCOND SCHEME METH SERV SERVIP PORT PATH ERR ISCUST EMS MUID MPWD PDOM ORIGTYPE AUTHSTATUS MCASTADDR A B C D E F G H I J K L M N O P SA SB SC SD";
const elsewhere =
  "INCOMINGNAME REMOTENUMBER DISPLAYNAME1 AUTHID2 PROXY3 SERIAL_NUMBER XML_User_Name PROXY USER NOTIFY REGISTER OPTIONS VALUE NAME VERSION UID UID1 UID12 MACRO PING";

test("the macros of the documents are known, and only those of rules are offered", () => {
  assert.deepEqual(macroTable.map(({ name }) => name).sort(), provisioning.split(" ").sort());
  for (const name of [...provisioning.split(" "), ...elsewhere.split(" ")]) assert.ok(isKnownMacro(name), name);
  for (const { name, meaning } of macroTable) assert.notEqual(meaning(), "", name);
  assert.deepEqual(
    macroTable.filter(({ secret }) => secret).map(({ name }) => name),
    ["SA", "SB", "SC", "SD"],
  );
});

test("names that only contain one are not known", () => {
  for (const name of ["XPROXY", "MYUID1", "UID1X", "AUTHID2_", "ma", "REGTMRX", "Q", "SE", ""])
    assert.ok(!isKnownMacro(name), name);
});

test("a longer name was meant as one of the macros it begins with, the longest first", () => {
  assert.deepEqual(prefixMacros("MAUconfig"), ["MAU", "MA"]);
  assert.deepEqual(prefixMacros("SERVIPa"), ["SERVIP", "SERV"]);
  assert.deepEqual(prefixMacros("MAU"), ["MA"]);
  assert.deepEqual(prefixMacros("Aconfig"), []);
  assert.deepEqual(prefixMacros(""), []);
});
