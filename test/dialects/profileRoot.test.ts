import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { hasProfileRoot } from "../../server/src/dialects/cisco-flat-profile/profileRoot";
import { processorTime } from "../support/processorTime";

function check(text: string, expected: boolean): void {
  assert.equal(hasProfileRoot(text), expected, JSON.stringify(text));
}

test("our roots, with any text before them", () => {
  check("<flat-profile>", true);
  check("<flat-profile/>", true);
  check('\uFEFF<?xml version="1.0"?>\r\n\r\n<flat-profile xmlns="http://www.sipura.net/xsd/SPA3102">', true);
  check("<!-- a <flat-profile> comes -- soon --><flat-profile\n device='x'>", true);
  check("This XML file does not appear to have any style information\n<flat-profile>", true);
  check("{% set x = 1 %}<?php if ($a->b) { ?><flat-profile>", true);
  check("<router-configuration><Router_Mode>", true);
});

test("wrappers", () => {
  check("<device><flat-profile>", true);
  check('<top-level><generator name="x"/><flat-profile>', true);
  check("<a><b><flat-profile>", true);
  check("<a><b></b><c>text</c><flat-profile>", true);
});

test("a root with a prefix, or broken after its name", () => {
  check('<p:flat-profile xmlns:p="http://www.sipura.net/xsd/SPA3102">', true);
  check("<flat-profile\n  <Profile_Rule>", true);
  check("<flat-profile\u201cx\u201d>", true);
  check("<flat-profile", true);
  check("<flat-profile2>", false);
});

test("other files", () => {
  check("", false);
  check("name = flat-profile", false);
  check("<device><deviceProtocol>SIP</deviceProtocol></device>", false);
  check("<!-- <flat-profile> --><catalog/>", false);
  check("<catalog><title>&lt;flat-profile&gt;</title></catalog>", false);
  check("<a><b><c><flat-profile>", false);
  check("<flat-profiles>", false);
  check("<Flat-Profile>", false);
});

test("any text is judged, and in time that follows its length", () => {
  fc.assert(fc.property(fc.string(), (text) => typeof hasProfileRoot(text) === "boolean"));
  for (const piece of ["<", "<a ", "<!--", "<a", "</a>", "<?", "<a:", "a:", "<flat-profile2 "])
    assert.ok(processorTime(() => hasProfileRoot(piece.repeat(100_000))) < 500, piece);
});
