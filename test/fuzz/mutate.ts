import type { Random } from "./random";

const characters = [
  ..."\u0000\t\n\r \"'<>&;|()[]{}!#$%*+,-./0:=?@AZ\\^_`az~\u007f\u00a0\u00e9\u2028\u201c\u{1f600}\ud800\ufeff\uffff",
];

/** A text like `seeds`, with some words of the grammar put in, and pieces lost, doubled and moved. */
export function mutated(seeds: readonly string[], words: readonly string[], random: Random, longest: number): string {
  let text = random.pick(seeds);
  const rounds = 1 + random.below(8);
  for (let i = 0; i < rounds; i++) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(random.below(4) === 0 ? 400 : 12));
    switch (random.below(8)) {
      case 0:
        text = text.slice(0, from) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, to) + text.slice(from);
        break;
      case 2:
      case 3:
        text = text.slice(0, from) + random.pick(words) + text.slice(to);
        break;
      case 4:
        text = text.slice(0, from) + random.pick(characters) + text.slice(from);
        break;
      case 5: {
        const other = random.pick(seeds);
        const start = random.below(other.length + 1);
        text = text.slice(0, from) + other.slice(start, start + random.below(200)) + text.slice(to);
        break;
      }
      case 6:
        text = text.slice(0, from) + random.pick(words).repeat(1 + random.below(40)) + text.slice(from);
        break;
      default:
        text = text.slice(0, from) + String(random.below(100_000)) + text.slice(to);
    }
  }
  return text.slice(0, longest);
}
