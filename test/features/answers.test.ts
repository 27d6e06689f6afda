import { test } from "node:test";
import {
  isSecretMacro,
  parameterOfMacro,
  secretPlaces,
} from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import { dialects } from "../../server/src/dialects/index";
import { evaluation } from "../../server/src/features/evaluation";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import { dialectCases } from "../support/dialectCases";
import { asks, ofFile, ofPlace } from "../support/everyFeature";
import { fixture } from "../support/fixture";
import { checkGolden, sameAs } from "../support/golden";
import { dialect } from "../support/problems";
import { answerFor } from "../support/requests";
import { variantsOf } from "../support/variants";

// What features answer about the manual's good files, and where texts near those with secrets are masked.

const maxShown = 420;
const maxVendorShown = 600;
/** What depends on the dialect more than on the place in the file. */
const asked = new Set(
  ["hover", "definition", "inlayHint", "codeLens", "documentLink"].map((name) => `textDocument/${name}`),
);

test("what features answer about the manual's files (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const pages = [...dialect.checks, ...dialect.pages].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, examples } of pages) {
    const text = examples[0]?.good ?? "";
    if (text.length > 600) continue;
    const { file } = fixture(text);
    const device = { id: "desk", model: "8841", mac: "00005e005301", firmware: "sip88xx.12-0-5MPP0102-328" };
    const opened = { ...file, previewDevice: device };
    const seen = new Map<string, number>();
    lines.push(`${code} ${JSON.stringify(text)}`);
    const add = (what: string, answer: unknown) => {
      const words = JSON.stringify(answer) ?? "nothing";
      if (words === "null" || words === "[]" || words === "nothing") return;
      const shown = words.length > maxShown ? `${words.length}: ${words.slice(0, maxShown)}` : words;
      lines.push(`  ${what} ${sameAs(shown, lines.length, seen)}`.replace(/as \d+$/, "as above"));
    };
    for (const [method, run] of Object.entries(ofFile)) {
      const ask = asks.get(method)?.(opened);
      if (ask && asked.has(method)) add(method, run(ask, opened));
    }
    const [value] = [...text.matchAll(/>([^<>\n]+)</g)];
    if (!value) continue;
    const start = value.index + 1;
    const length = value[1]?.length ?? 0;
    for (const offset of new Set([
      start,
      start + Math.floor(length / 3),
      start + Math.floor((2 * length) / 3),
      start + length,
    ])) {
      const place = { offset, position: file.lines.positionAt(offset) };
      for (const [method, run] of Object.entries(ofPlace)) {
        const ask = asks.get(method)?.(opened);
        if (ask && asked.has(method)) add(`${method} at ${offset}`, run(ask, place, opened));
      }
    }
  }
  checkGolden("test/features/answers.golden.txt", lines);
});

const texts = [
  "[--key 0123456789abcdef --uid ann --pwd secret] https://h/a.xml",
  "http://ann:secret@h:8080/p?token=secret&x=1#k=secret",
  "sip:ann:secret@h;transport=tls",
  "password=secret;user=ann",
  "Authorization: Basic c2VjcmV0",
  '($SA eq "secret" and $A ne "x")? http://h/$SB$(SA:0:4)/$MPWD',
  "(GPP_SA = 'secret'; a = '$B'; GPP_Q=\"x\")! http://h",
  "--kye secret --key-file name -key secret --ky secret --keys=secret",
  "https://h/%3Fapikey%3Dsecret&pass=a%20b",
  "fnc=sd;ext=201@h;pwd=secret;nme=Ann",
  "cn=ann,dc=example,password=secret",
];

const ofVendor = new Set([...asked, "textDocument/signatureHelp", "textDocument/documentSymbol"]);

for (const { dialect, device } of dialectCases.slice(1)) {
  if (!dialects.includes(dialect)) continue;
  test(`what features answer about the examples of ${dialect.id} (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines: string[] = [];
    const texts = new Set(
      [...dialect.checks, ...dialect.pages]
        .flatMap(({ examples }) => examples)
        .flatMap(({ bad, good }) => [good, bad])
        .filter((text) => text.length <= 600),
    );
    for (const text of texts) {
      // Numbers count within a file, so that a new example changes no other line.
      const seen = new Map<string, number>();
      const start = lines.length;
      const { file } = fixture(text, undefined, dialect);
      const opened = { ...file, previewDevice: device };
      lines.push(JSON.stringify(text));
      const add = (what: string, answer: unknown) => {
        const words = JSON.stringify(answer) ?? "nothing";
        if (words === "null" || words === "[]" || words === "nothing") return;
        lines.push(`  ${what} ${sameAs(words.slice(0, maxVendorShown), lines.length - start, seen)}`);
      };
      for (const [method, run] of Object.entries(ofFile)) {
        const ask = asks.get(method)?.(opened);
        if (ask && ofVendor.has(method)) add(method, run(ask, opened));
      }
      add("evaluate", answerFor(evaluation, opened, { device }));
      add("expand", answerFor(expandedProfile, opened, { device }));
      const { document } = opened.snapshot;
      const offsets = document.segments.flatMap(({ settings }, i) =>
        settings.slice(0, 2).flatMap(({ nameSpan, valueSpan: { start, end } }) => {
          const base = document.starts[i] ?? 0;
          return [nameSpan.start, start, Math.floor((start + end) / 2), end].map((offset) => base + offset);
        }),
      );
      for (const offset of new Set(offsets)) {
        const place = { offset, position: file.lines.positionAt(offset) };
        for (const [method, run] of Object.entries(ofPlace)) {
          const ask = asks.get(method)?.(opened);
          if (ask && ofVendor.has(method)) add(`${method} at ${offset}`, run(ask, place, opened));
        }
      }
    }
    checkGolden(`test/features/answers.${dialect.id}.golden.txt`, lines);
  });
}

test("where texts near those with secrets are masked (UPDATE_GOLDEN=1 writes the list)", () => {
  const registers = new Set(["GPP_A", "GPP_B"]);
  const words = (text: string, of?: ReadonlySet<string>) =>
    secretPlaces(text, of)
      .map(({ start, end, isUser }) => `${start}-${end}${isUser ? " user" : ""}`)
      .join(", ") || "nothing";
  const lines = texts.flatMap((text) =>
    [text, ...variantsOf(text, 40)].map((each) => `${JSON.stringify(each)} ${words(each)} | ${words(each, registers)}`),
  );
  const macros = "A P Q SA SD SE MPWD UID1 UID12 UID123 MA xUID1 SWVER PDOM".split(" ");
  for (const name of macros)
    lines.push(
      `$${name} ${isSecretMacro(name)} ${isSecretMacro(name, registers)} ${parameterOfMacro(name) ?? "nothing"}`,
    );
  checkGolden("test/features/secretPlaces.golden.txt", lines);
});
