import { element } from "./element";
import type { Mood } from "./mood";

const signs: Readonly<Record<Mood, string>> = { good: "✓", bad: "✗", warn: "!", none: "–" };

/** Beside words: color alone is not accessible. */
export function sign(mood: Mood): HTMLElement {
  return element("span", { class: `sign ${mood}`, "aria-hidden": "true" }, signs[mood]);
}
