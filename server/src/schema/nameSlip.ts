import { distance } from "fastest-levenshtein";

// A name that is near a known one is a slip of it, or the name of a product that is not in the catalogue. Slips are
// letters in a word; names of other products have other words.

/** True when `name` differs from `meant` as a slip of the keyboard or an abbreviation does, not by a word or a number. */
export function isNameSlip(name: string, meant: string): boolean {
  const typed = words(name);
  const right = words(meant);
  if (typed.join("") === right.join("")) return true;
  return typed.length === right.length && typed.every((word, i) => isWordSlip(word, right[i] ?? ""));
}

function words(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function isWordSlip(word: string, meant: string): boolean {
  if (word === meant) return true;
  if (word.replace(/\D/g, "") !== meant.replace(/\D/g, "")) return false;
  if (sorted(word) === sorted(meant)) return true;
  const shorter = Math.min(word.length, meant.length);
  // Short words differ by a letter and mean something else: WAN and LAN, Tx and Rx.
  if (shorter < 3) return false;
  if (word.startsWith(meant) || meant.startsWith(word)) return true;
  return distance(word, meant) <= (shorter < 5 ? Number(word.length !== meant.length) : shorter < 8 ? 1 : 2);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
