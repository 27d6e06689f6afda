import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { isFlatProfile } from "../../client/src/rootElement";
import { processorTime } from "../support/processorTime";

function check(text: string, expected: boolean): void {
  assert.equal(isFlatProfile(text), expected, JSON.stringify(text));
}

test("our roots, whatever stands before them", () => {
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
  fc.assert(fc.property(fc.string(), (text) => typeof isFlatProfile(text) === "boolean"));
  for (const piece of ["<", "<a ", "<!--", "<a", "</a>", "<?"])
    assert.ok(processorTime(() => isFlatProfile(piece.repeat(100_000))) < 500, piece);
});
