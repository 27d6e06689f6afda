import type { Check, Interest, ProfileCheckContext } from "../checks/check";
import type { Profile } from "../profile/profile";
import { changedSegments, namesIn } from "../profile/profileIndex";
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

/** The answers of the checks that look at a whole profile. After an edit only those run again that read what it changed. */
export class ProfileAnswers {
  readonly #last = new WeakMap<object, Answers>();

  constructor(
    readonly checks: readonly Check[],
    readonly selections: Selections,
    readonly ask: Ask,
  ) {}

  of(profile: Profile, isFragment: boolean): readonly Finding[] {
    const { segments } = profile;
    const before = this.#last.get(profile.lineage);
    const last = before?.isFragment === isFragment ? before : undefined;
    const isStale = last && staleness(last.segments, profile, this.selections);
    const byCheck = this.checks.map((check, i) => {
      if (isFragment && !check.inFragments) return undefined;
      const answer = last?.byCheck[i];
      return answer && isStale && !isStale(answer) ? answer : this.#answer(check, profile, segments);
    });
    this.#last.set(profile.lineage, { segments, isFragment, byCheck });
    return byCheck.flatMap((answer) => answer?.found ?? []);
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
  const { removed, added } = changedSegments(before, profile.segments);
  const changed = [...removed, ...added];
  const names = namesIn(changed);
  const touches = (interest: Interest) => changed.some((segment) => selections.of(segment, interest).length > 0);
  return ({ reads, interests }) => reads.differIn(profile, names) || [...interests].some(touches);
}
