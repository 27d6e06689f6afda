import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Statement } from "../statement";
import { programOf } from "./program";
import { expanded, type Facts, isMet, type Outcome, run, type Site, untraced } from "./run";
import type { Settings } from "./settings";

/** A statement on the way of a phone, and its outcome. */
interface Turn {
  readonly statement: Statement;
  readonly answer: unknown;
}

/** Runs a file for many phones: those that turn alike at every statement on their way have the same settings. */
export class AlikeRuns {
  readonly #ways: { readonly turns: readonly Turn[]; readonly settings: Settings }[] = [];

  constructor(
    readonly start: string,
    readonly document: ProfileDocument,
    readonly site: Site,
  ) {}

  /** Phones that are alike get the same object. */
  settingsOf(facts: Facts): Settings {
    const isAlike = ({ turns }: { readonly turns: readonly Turn[] }) =>
      turns.every(({ statement, answer }) => this.#answer(statement, facts) === answer);
    const known = this.#ways.find(isAlike);
    if (known) return known.settings;
    const outcome = run(this.start, this.document, facts, this.site, untraced);
    const way = { turns: this.#turns(outcome, facts), settings: outcome.settings };
    this.#ways.push(way);
    return way.settings;
  }

  #turns({ visits }: Outcome, facts: Facts): readonly Turn[] {
    const turns: Turn[] = [];
    for (const [document, visited] of visits)
      for (const [i, { statement }] of programOf(document).steps.entries())
        if (visited[i] !== 0 && isTurn(statement)) turns.push({ statement, answer: this.#answer(statement, facts) });
    return turns;
  }

  #answer(statement: Statement, facts: Facts): unknown {
    switch (statement.kind) {
      case "if":
        return isMet(statement, facts);
      case "add":
        return facts.addsToLists;
      case "get": {
        const name = expanded(statement.file.text, facts);
        return name === undefined ? undefined : this.site.fetch(name);
      }
      default:
        return undefined;
    }
  }
}

/** Phones may continue in different ways after it. */
function isTurn({ kind }: Statement): boolean {
  return kind === "if" || kind === "add" || kind === "get";
}
