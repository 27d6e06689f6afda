import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownDevice } from "../../server/src/analysis/deviceChoice";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Check } from "../../server/src/checks/check";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { PiecedText } from "../../server/src/text/piecedText";
import type { ValueType } from "../../server/src/values/valueType";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";
import { read, update } from "../support/read";

// How much is done for a file and for a keystroke, in counts: a slip that makes the work follow the file is found on any
// machine, however busy.

class Counts {
  values = 0;
  settings = 0;
  profiles = 0;
  /** Characters that the reader asks for. */
  characters = 0;
  /** Segments that were read again, and settings in them. */
  segments = 0;
  reread = 0;
}

const types = (counts: Counts) =>
  dialect.valueTypes.map((type): ValueType => {
    const counted: ValueType = Object.create(type);
    counted.check = (text, at) => {
      counts.values++;
      return type.check(text, at);
    };
    return counted;
  });

const checks = (counts: Counts) =>
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

/** What opening a file of `size` settings takes, and what a letter takes that is typed in the middle of it. */
function workFor(size: number): { readonly opened: Counts; readonly typed: Counts; readonly read: number } {
  const counts = new Counts();
  const counted = { ...dialect, valueTypes: types(counts), checks: checks(counts) };
  const service = new DialectService(counted, catalogue, (where) => assert.fail(where));
  const names = catalogue.concreteNames(unknownDevice).slice(0, size);
  assert.equal(names.length, size);
  const elements = names.map((name) => {
    const found = catalogue.find(name);
    const value = found && resolveParameter(found, name, unknownDevice, catalogue).default;
    return dialect.write.element(name, value ?? "1");
  });
  const middle = size >> 1;
  elements[middle] = dialect.write.element(names[middle] ?? "", "typed");
  const text = dialect.file(elements);
  const before = read(text);
  new Snapshot(text, before, service, defaultSettings).problems();
  const opened = { ...counts };

  Object.assign(counts, new Counts());
  const at = text.indexOf(">typed<") + 3;
  const edited = PiecedText.of(text).replaced(at, at, "z");
  const source = {
    length: edited.length,
    slice: (from?: number, to?: number) => {
      const part = edited.slice(from, to);
      counts.characters += part.length;
      return part;
    },
    toString: () => edited.toString(),
  };
  const after = update(source, before, { start: at, oldEnd: at, newEnd: at + 1 });
  const old = new Set(before.segments);
  const fresh = after.segments.filter((segment) => !old.has(segment));
  counts.segments = fresh.length;
  counts.reread = settingsOf({ segments: fresh });
  new Snapshot(edited.toString(), after, service, defaultSettings).problems();
  return { opened, typed: counts, read: settingsOf(before) };
}

const [small, large] = [workFor(600), workFor(6000)];

test("opening a file judges each value once, and asks each check of a profile once", () => {
  const perProfile = dialect.checks.filter(({ profile }) => profile).length;
  for (const { opened, read } of [small, large]) {
    assert.ok(opened.values > read / 3 && opened.values <= read, `${opened.values} values of ${read} settings`);
    assert.ok(opened.profiles <= perProfile, `${opened.profiles} of ${perProfile} checks`);
  }
});

test("a letter takes the same work in a large file as in a small one", () => {
  const perSetting = dialect.checks.filter(({ setting }) => setting).length;
  for (const { typed } of [small, large]) {
    assert.ok(typed.segments >= 1 && typed.segments <= 2, `${typed.segments} segments`);
    assert.ok(typed.values >= 1 && typed.values <= typed.reread, `${typed.values} values of ${typed.reread}`);
    assert.ok(typed.settings <= typed.reread * perSetting, `${typed.settings} questions`);
    assert.ok(typed.characters <= 120_000, `${typed.characters} characters`);
  }
  assert.ok(large.typed.reread <= small.typed.reread * 3, `${small.typed.reread}, ${large.typed.reread}`);
  assert.ok(large.typed.profiles <= small.typed.profiles + 3, `${small.typed.profiles}, ${large.typed.profiles}`);
});
