import type { Snapshot } from "../analysis/snapshot";
import { containersOf } from "../profile/containers";
import type { Setting } from "../profile/setting";
import { type Span, shift } from "../text/span";
import { allSteps } from "./feature";
import { placeAt } from "./placeIndex";
import { type WebSection, webSectionsOf } from "./webSections";

// The tree of a file: profiles, sections, and the settings right in a profile grouped by the web
// interface. A group is an uninterrupted run, so that it is one range of the file and ranges nest;
// a place that comes again later is a group again. A run of one setting is not a group.

export type OutlineNode =
  | {
      readonly kind: "setting";
      readonly setting: Setting;
      /** Its number in its segment, and where that starts in the file. */
      readonly at: number;
      readonly base: number;
      readonly place: WebSection;
    }
  | {
      readonly kind: "container" | "tab" | "section";
      readonly name: string;
      readonly detail?: string;
      readonly span: Span;
      readonly nameSpan: Span;
      readonly children: OutlineNode[];
    };

/** Levels of containers in an answer: clients and JSON follow it by recursion. */
export const maxLevels = 100;

export type OutlineGroup = Exclude<OutlineNode, { kind: "setting" }>;
export type OutlineSetting = Extract<OutlineNode, { kind: "setting" }>;

/** The tree with the first `most` settings. */
export function outlineOf(snapshot: Snapshot, most = Number.POSITIVE_INFINITY): OutlineNode[] {
  return allSteps(outlineInSteps(snapshot, most));
}

/** The same, a segment in a step. */
export function* outlineInSteps(snapshot: Snapshot, most: number): Generator<void, OutlineNode[]> {
  const { document, likelyAnalyzer } = snapshot;
  const roots: OutlineNode[] = [];
  const containers = containersOf(document);
  const stack: OutlineGroup[] = [];
  let next = 0;
  let run: OutlineSetting[] = [];
  const target = () => stack[stack.length - 1]?.children ?? roots;
  const flush = () => {
    for (const node of byPlace(run)) target().push(node);
    run = [];
  };
  /** Opens and closes the containers that begin or end before `offset`. */
  const advance = (offset: number) => {
    for (;;) {
      const inner = stack[stack.length - 1];
      const coming = containers[next];
      if (inner && inner.span.end <= Math.min(offset, coming?.span.start ?? offset)) {
        flush();
        stack.pop();
      } else if (coming && coming.span.start < offset) {
        next++;
        if (stack.length === maxLevels) continue;
        flush();
        const { name, span, openName } = coming;
        const detail = noteAt(snapshot, openName.start);
        const node: OutlineGroup = {
          ...{ kind: "container", name, span, nameSpan: openName, children: [] },
          ...(detail !== undefined && { detail }),
        };
        target().push(node);
        stack.push(node);
      } else return;
    }
  };
  let rest = most;
  for (const [i, segment] of document.segments.entries()) {
    if (rest === 0) break;
    const base = document.starts[i] ?? 0;
    const places = webSectionsOf(segment, likelyAnalyzer);
    for (let at = 0; at < segment.settings.length && at < rest; at++) {
      const setting = segment.settings[at] as Setting;
      advance(base + setting.parts.start);
      run.push({ kind: "setting", setting, at, base, place: places[at] as WebSection });
    }
    rest = Math.max(0, rest - segment.settings.length);
    yield;
  }
  flush();
  advance(Number.POSITIVE_INFINITY);
  return roots;
}

/** The words of the dialect for the place where a container is named. */
function noteAt(snapshot: Snapshot, offset: number): string | undefined {
  const found = snapshot.dialect.places && placeAt(snapshot, offset);
  return found && snapshot.dialect.places?.noteOf(snapshot, found.segment, found.place);
}

/** Runs of one tab, in them runs of one section. Settings without a place stay in the run they are in. */
function byPlace(settings: readonly OutlineSetting[]): OutlineNode[] {
  return runsOf(settings, (place) => place.tab).flatMap(({ name, members }): readonly OutlineNode[] => {
    if (name === "" || members.length < 2) return members;
    const children = runsOf(members, (place) => place.section).flatMap((section): readonly OutlineNode[] =>
      section.name === "" || section.members.length < 2
        ? section.members
        : [groupOf("section", section.name, section.members, section.members)],
    );
    return [groupOf("tab", name, members, children)];
  });
}

function runsOf(
  settings: readonly OutlineSetting[],
  key: (place: WebSection) => string,
): { name: string; members: OutlineSetting[] }[] {
  const runs: { name: string; members: OutlineSetting[] }[] = [];
  for (const setting of settings) {
    const name = key(setting.place);
    const last = runs[runs.length - 1];
    if (last && (last.name === name || (name === "" && last.name !== ""))) last.members.push(setting);
    else runs.push({ name, members: [setting] });
  }
  return runs;
}

function groupOf(
  kind: "tab" | "section",
  name: string,
  members: readonly OutlineSetting[],
  children: OutlineNode[],
): OutlineGroup {
  const first = members[0] as OutlineSetting;
  const last = members[members.length - 1] as OutlineSetting;
  const { parts } = first.setting;
  return {
    kind,
    name,
    span: { start: first.base + parts.start, end: last.base + last.setting.parts.end },
    nameSpan: shift(first.setting.nameSpan, first.base),
    children,
  };
}
