import * as l10n from "@vscode/l10n";
import type { TreeFile, TreeReport } from "../../../server/src/rollout/report";
import { duration, number, phones } from "../../../server/src/rollout/words";
import { element } from "../shared/element";
import { shape } from "../shared/shape";

// The tree in which phones pass a file on. Levels with more phones than there is room for are drawn as bands.

const width = 640;
const rowHeight = 46;
const radius = 6;
/** Phones of a level that are drawn one by one. */
const maxDrawn = 32;
/** Where the picture begins, after the words of its levels. */
const left = 150;
const right = width - 10;

export function treePicture(tree: TreeReport, file: TreeFile): HTMLElement {
  const { levels } = tree;
  const height = (levels.length + 1) * rowHeight;
  const picture = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: "tree" });
  const words = levels.map((count, level) =>
    l10n.t("Level {0}: {1}, complete after {2}.", level, phones(count), duration(file.ready[level] ?? 0)),
  );
  picture.setAttribute("aria-label", [l10n.t("The server sends the file to one phone."), ...words].join(" "));
  const middle = (left + right) / 2;
  picture.append(
    shape("line", { class: "wan", x1: middle, y1: 26, x2: middle, y2: yOf(0) - radius }),
    shape("rect", { class: "server", x: middle - 40, y: 6, width: 80, height: 20, rx: 3 }),
    label(l10n.t("Server"), middle, 20, "middle"),
    label(l10n.t("{0} bytes over the WAN", number(file.wanBytes)), middle + 52, 20, "start"),
  );
  for (const [level, count] of levels.entries()) picture.append(...levelParts(level, count, levels, file));
  return element("div", { class: "picture", tabindex: "0", role: "group", "aria-label": tree.model }, picture);
}

const yOf = (level: number) => (level + 1) * rowHeight + 6;

/** A level has twice the room of the one above for each phone, so that children are below their parent. */
function xOf(at: number, level: number): number {
  const room = 2 ** level;
  return left + ((at + 0.5) / room) * (right - left);
}

function levelParts(level: number, count: number, levels: readonly number[], file: TreeFile): SVGElement[] {
  const y = yOf(level);
  const parts: SVGElement[] = [];
  const isDrawn = count <= maxDrawn && 2 ** level <= maxDrawn;
  const above = levels[level - 1] ?? 0;
  if (isDrawn)
    for (let at = 0; at < count; at++) {
      const x = xOf(at, level);
      if (level > 0)
        parts.push(
          shape("line", {
            class: "edge",
            x1: xOf(Math.floor(at / 2), level - 1),
            y1: yOf(level - 1) + radius,
            x2: x,
            y2: y - radius,
          }),
        );
      parts.push(shape("circle", { class: level === 0 ? "root" : "phone", cx: x, cy: y, r: radius }));
    }
  else {
    const part = Math.min(1, count / 2 ** level);
    parts.push(
      shape("rect", {
        class: "band",
        x: left,
        y: y - radius,
        width: (right - left) * part,
        height: radius * 2,
        rx: radius,
      }),
    );
    if (above <= maxDrawn && 2 ** (level - 1) <= maxDrawn)
      for (let at = 0; at < above && at / above < part; at++) {
        const x = xOf(at, level - 1);
        parts.unshift(shape("line", { class: "edge", x1: x, y1: yOf(level - 1) + radius, x2: x, y2: y - radius }));
      }
  }
  parts.push(
    label(phones(count), 4, y - 2, "start"),
    label(duration(file.ready[level] ?? 0), 4, y + 13, "start", "quiet"),
  );
  return parts;
}

function label(text: string, x: number, y: number, anchor: string, style = ""): SVGElement {
  const made = shape("text", { x, y, "text-anchor": anchor, class: style });
  made.textContent = text;
  return made;
}
