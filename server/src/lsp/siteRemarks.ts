import { Pairs } from "../deployment/pairs";
import type { SiteRemark } from "../features/siteRemarks";

type Remarks = readonly SiteRemark[];

/** What requests found out about open files of sites. */
export class SiteRemarks {
  /** By the folder of a site. */
  readonly #found = new Map<string, ReadonlyMap<string, Remarks>>();
  /** Clients have the problems of lists that stay the same object. */
  readonly #joined = new Pairs<Remarks, Remarks, Remarks>();

  constructor(
    /** Something else is known of open files than before. */
    readonly news: () => void,
  ) {}

  /** In place of what was known of the files of a site. */
  set(folder: string, found: ReadonlyMap<string, Remarks>): void {
    const before = this.#found.get(folder);
    if (JSON.stringify([...(before ?? [])]) === JSON.stringify([...found])) return;
    this.#found.set(folder, found);
    this.news();
  }

  /** Together with others of the file. */
  of(uri: string, others: Remarks): Remarks {
    for (const found of this.#found.values()) {
      const own = found.get(uri);
      if (!own) continue;
      return others.length === 0
        ? own
        : (this.#joined.get(own, others) ?? this.#joined.set(own, others, [...own, ...others]));
    }
    return others;
  }
}
