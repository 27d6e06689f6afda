import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownDevice } from "../../server/src/analysis/deviceChoice";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Check } from "../../server/src/checks/check";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import type { Setting } from "../../server/src/profile/setting";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { PiecedText } from "../../server/src/text/piecedText";
import type { ValueType } from "../../server/src/values/valueType";
import { dialectCases } from "../support/dialectCases";
import { serviceOf } from "../support/problems";

// How much is done for a file and for a keystroke, in counts: a slip that makes the work follow the file is found on any
// machine, however busy.

/** Segments that a letter changes at most: a table is one, and what follows it may be read in another way. */
const maxSegments = 8;
/** Characters that are read around a letter at most, of files that are up to four times as long. */
const maxCharacters = 160_000;
/** The same of files of lines, which ask for no more than a segment may have, and settings that are read again. */
const maxLineCharacters = 16_384;
const maxLineSettings = 60;

class Counts {
  values = 0;
  settings = 0;
  profiles = 0;
  /** Characters that the reader asks for. */
  characters = 0;
  /** Segments that were read again, and settings in them: each is a new object. */
  segments = 0;
  reread = 0;
}

const types = (dialect: Dialect, counts: Counts) =>
  dialect.valueTypes.map((type): ValueType => {
    const counted: ValueType = Object.create(type);
    counted.check = (text, at) => {
      counts.values++;
      return type.check(text, at);
    };
    return counted;
  });

const checks = (dialect: Dialect, counts: Counts) =>
  dialect.checks.map((check): Check => {
    const { setting, profile } = check;
    return {
      ...check,
      ...(setting && {
        setting: (...parameters) => {
          counts.settings++;
          setting.apply(check, parameters);
        },
      }),
      ...(profile && {
        profile: (...parameters) => {
          counts.profiles++;
          profile.apply(check, parameters);
        },
      }),
    };
  });

const settingsOf = ({ segments }: Pick<ProfileDocument, "segments">) =>
  segments.reduce((sum, segment) => sum + segment.settings.length, 0);

/** A file of `size` settings, each with its default; with fewer names they come again. */
function elementsOf(dialect: Dialect, size: number): string[] {
  const { catalogue } = serviceOf(dialect);
  const names = catalogue.concreteNames(unknownDevice);
  assert.ok(names.length > 0);
  return Array.from({ length: size }, (_, i) => {
    const name = names[i % names.length] ?? "";
    const found = catalogue.find(name);
    const value = found && resolveParameter(found, name, unknownDevice, catalogue).default;
    return dialect.write.element(name, value || "1");
  });
}

interface Work {
  readonly opened: Counts;
  /** The same text opened again by the same server. */
  readonly again: Counts;
  readonly typed: Counts;
  readonly read: number;
  /** Settings that differ in name or value. */
  readonly different: number;
}

/** What opening a file of `size` settings takes, and what a letter takes that is typed in the middle of it. */
function workFor(dialect: Dialect, size: number): Work {
  const { catalogue } = serviceOf(dialect);
  const counts = new Counts();
  const counted = { ...dialect, valueTypes: types(dialect, counts), checks: checks(dialect, counts) };
  const service = new DialectService(counted, catalogue, (where) => assert.fail(where));
  const take = () => {
    const taken = { ...counts };
    Object.assign(counts, new Counts());
    return taken;
  };
  const elements = elementsOf(dialect, size);
  const text = dialect.file(elements);
  const before = dialect.read(text, catalogue);
  new Snapshot(text, before, service, defaultSettings).problems();
  const opened = take();
  new Snapshot(text, dialect.read(text, catalogue), service, defaultSettings).problems();
  const again = take();

  const middle = elementInMiddle(before);
  const at = middle.at + 1;
  const edited = PiecedText.of(text).replaced(at, at, "z");
  const source = {
    length: edited.length,
    slice: (from?: number, to?: number) => {
      const part = edited.slice(from, to);
      counts.characters += part.length;
      return part;
    },
    toString: () => {
      counts.characters += edited.length;
      return edited.toString();
    },
  };
  const after = dialect.read(source, catalogue, before, { start: at, oldEnd: at, newEnd: at + 1 });
  const old = new Set(before.segments);
  const fresh = after.segments.filter((segment) => !old.has(segment));
  counts.segments = fresh.length;
  counts.reread = settingsOf({ segments: fresh });
  new Snapshot(edited, after, service, defaultSettings).problems();
  const different = new Set(before.segments.flatMap(({ settings }) => settings.map(written))).size;
  return { opened, again, typed: take(), read: settingsOf(before), different };
}

const written = ({ name, path, text }: Setting) => `${path} ${name} ${text}`;

/** A setting in the middle of the file, and where its value begins. */
function elementInMiddle(document: ProfileDocument): { at: number } {
  const middle = document.segments.length >> 1;
  const setting = document.segments[middle]?.settings.find(({ text }) => text.length > 0);
  assert.ok(setting);
  return { at: (document.starts[middle] ?? 0) + setting.valueSpan.start };
}

for (const { dialect } of dialectCases) {
  const [small, large] = [workFor(dialect, 2000), workFor(dialect, 6000)];
  // once of the profile, and once of an empty one for what they are interested in
  const perProfile = dialect.checks.filter(({ profile }) => profile).length * 2;
  const perSetting = dialect.checks.filter(({ setting }) => setting).length;

  test(`${dialect.id}: opening a file judges each value once, and asks each check of a profile once`, () => {
    for (const { opened, read } of [small, large]) {
      assert.ok(opened.values > 0 && opened.values <= read, `${opened.values} values of ${read} settings`);
      assert.ok(opened.settings <= read * perSetting, `${opened.settings} questions`);
      assert.ok(opened.profiles <= perProfile, `${opened.profiles} of ${perProfile} checks`);
    }
  });

  test(`${dialect.id}: a letter takes the same work in a large file as in a small one`, () => {
    for (const { typed } of [small, large]) {
      assert.ok(typed.segments >= 1 && typed.segments <= maxSegments, `${typed.segments} segments`);
      assert.ok(typed.values <= typed.reread, `${typed.values} values of ${typed.reread}`);
      assert.ok(typed.settings <= typed.reread * perSetting, `${typed.settings} questions`);
      assert.ok(typed.characters <= maxCharacters, `${typed.characters} characters`);
    }
    assert.ok(large.typed.reread <= small.typed.reread * 2, `${small.typed.reread}, ${large.typed.reread}`);
    assert.ok(large.typed.profiles <= small.typed.profiles + 4, `${small.typed.profiles}, ${large.typed.profiles}`);
  });
}

test("a letter in a file of lines reads the few lines around it again", () => {
  const ofLines = dialectCases.filter(({ dialect }) => dialect.syntaxArea !== "xml");
  assert.ok(ofLines.length >= 3);
  for (const { dialect } of ofLines) {
    const { typed } = workFor(dialect, 6000);
    assert.equal(typed.segments, 1, dialect.id);
    assert.ok(typed.characters <= maxLineCharacters, `${dialect.id}: ${typed.characters} characters`);
    assert.ok(typed.reread <= maxLineSettings, `${dialect.id}: ${typed.reread} settings`);
  }
});

/** Where settings are written alike, what was found in one of them is remembered. */
const remembering = dialectCases.filter(({ dialect }) =>
  ["cisco-flat-profile", "cisco-enterprise", "audiocodes"].includes(dialect.id),
);

test("settings that are written alike are judged once", () => {
  assert.equal(remembering.length, 3);
  for (const { dialect } of remembering) {
    const { opened, again, typed, read, different } = workFor(dialect, 3000);
    assert.ok(
      opened.values <= different * 1.5,
      `${dialect.id}: ${opened.values} values, ${different} different settings`,
    );
    // Those with a problem are judged again.
    assert.ok(again.values <= read / 10, `${dialect.id}: ${again.values} values of a file that was seen before`);
    assert.ok(typed.values <= 4, `${dialect.id}: ${typed.values} values for a letter`);
  }
});
