import { element } from "./element";
import type { Mood } from "./mood";

const signs: Readonly<Record<Mood, string>> = { good: "✓", bad: "✗", warn: "!", none: "–" };

/** Beside words: color alone is not accessible. `none` replaces the sign of what is neither good nor bad. */
export function sign(mood: Mood, none = signs.none): HTMLElement {
  return element("span", { class: `sign ${mood}`, "aria-hidden": "true" }, mood === "none" ? none : signs[mood]);
}
