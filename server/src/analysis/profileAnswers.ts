import type { Check, Interest, ProfileCheckContext } from "../checks/check";
import type { Lineage, Profile } from "../profile/profile";
import { ProfileReads } from "../profile/profileReads";
import type { Segment } from "../profile/setting";
import type { Finding } from "./finding";
import type { Selections } from "./selections";

/** What a check found, and what it read for that. */
interface Answer {
  readonly found: readonly Finding[];
  readonly reads: ProfileReads;
  readonly interests: ReadonlySet<Interest>;
}

interface Answers {
  readonly segments: readonly Segment[];
  readonly isFragment: boolean;
  readonly byCheck: readonly (Answer | undefined)[];
}

type Ask = (check: Check, profile: Profile, select: ProfileCheckContext["select"]) => readonly Finding[];

/** Who looked at the versions of a profile, the last one first. */
const users = new WeakMap<Lineage, readonly ProfileAnswers[]>();
const maxUsers = 2;

/** The answers of the checks that look at a whole profile. After an edit only those run again that read what it changed. */
export class ProfileAnswers {
  readonly #last = new WeakMap<Lineage, Answers>();

  constructor(
    readonly checks: readonly Check[],
    readonly selections: Selections,
    readonly ask: Ask,
  ) {}

  of(profile: Profile, isFragment: boolean): readonly Finding[] {
    const { segments } = profile;
    const { lineage } = profile;
    const before = this.#last.get(lineage) ?? (lineage.from && this.#last.get(lineage.from));
    const last = before?.isFragment === isFragment ? before : undefined;
    const isStale = last && staleness(last.segments, profile, this.selections);
    const byCheck = this.checks.map((check, i) => {
      if (isFragment && !check.inFragments) return undefined;
      const answer = last?.byCheck[i];
      return answer && isStale && !isStale(answer) ? answer : this.#answer(check, profile, segments);
    });
    this.#last.set(lineage, { segments, isFragment, byCheck });
    this.#noteUse(lineage);
    return byCheck.flatMap((answer) => answer?.found ?? []);
  }

  /** Another phone is chosen now and then: what was found for the one before keeps a version of the file in memory. */
  #noteUse(lineage: Lineage): void {
    const before = users.get(lineage) ?? [];
    if (before[0] === this) return;
    const now = [this, ...before.filter((each) => each !== this)];
    for (const unused of now.splice(maxUsers)) unused.#last.delete(lineage);
    users.set(lineage, now);
  }

  #answer(check: Check, profile: Profile, segments: readonly Segment[]): Answer {
    const reads = new ProfileReads();
    const interests = new Set<Interest>();
    const { selections } = this;
    function* select(_: Profile, interest: Interest) {
      interests.add(interest);
      for (const segment of segments) {
        const list = selections.of(segment, interest);
        if (list.length > 0) yield* list;
      }
    }
    let found: readonly Finding[] = [];
    profile.recorded(reads, () => {
      found = this.ask(check, profile, select);
    });
    return { found, reads, interests };
  }
}

/** Whether an answer about the profile that had the segments `before` may be another one now. */
function staleness(before: readonly Segment[], profile: Profile, selections: Selections): (answer: Answer) => boolean {
  const changes = profile.changesSince(before);
  const touched = selections.changedIn(changes);
  const gone = new Set(changes.gaps.flatMap(({ removed }) => removed));
  const isGone = ({ segment }: { readonly segment: Segment }) => gone.has(segment);
  return ({ found, reads, interests }) =>
    reads.differIn(profile, changes) ||
    (touched.size > 0 && isAny(interests, (interest) => touched.has(interest))) ||
    found.some((finding) => isGone(finding) || finding.related?.some(isGone));
}

function isAny<T>(all: Iterable<T>, test: (each: T) => boolean): boolean {
  for (const each of all) if (test(each)) return true;
  return false;
}
