import { element } from "./element";
import { shape } from "./shape";
import { duration } from "./time";
import { eventTime, type Lane, type LaneEvent } from "./timeline";

// Events on a line, from earliest to latest. Intervals double, so time runs by its logarithm; a day runs evenly.

const width = 460;
const height = 34;
const day = 86400;
const minWidth = 10;
const marks = [60, 600, 3600, 6 * 3600, day, 7 * day];

export function laneView(lane: Lane): HTMLElement {
  const { title, events, isDaily } = lane;
  return element(
    "figure",
    { class: "lane" },
    element("figcaption", {}, title),
    picture(lane),
    element(
      "ol",
      { class: "events" },
      ...events.map((event) => element("li", { title: event.about }, eventTime(event, isDaily))),
    ),
  );
}

function picture({ events, isDaily, title }: Lane): SVGSVGElement {
  const longest = Math.max(3600, ...events.map(({ latest }) => latest));
  const at = isDaily
    ? (seconds: number) => (seconds / day) * width
    : (seconds: number) =>
        (Math.log(Math.max(seconds, minWidth) / minWidth) / Math.log((longest * 1.3) / minWidth)) * width;
  const drawing = shape("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": `${title}: ${events.map((event) => eventTime(event, isDaily)).join(", ")}`,
  });
  drawing.append(shape("line", { class: "axis", x1: 0, x2: width, y1: 14, y2: 14 }));
  const ticks = isDaily ? [0, 6, 12, 18].map((hour) => hour * 3600) : marks.filter((mark) => mark <= longest * 1.3);
  for (const tick of ticks) {
    const x = at(tick);
    drawing.append(shape("line", { class: "axis", x1: x, x2: x, y1: 10, y2: 18 }));
    const label = shape("text", { class: "tick", x, y: 30, "text-anchor": anchorAt(x) });
    label.textContent = isDaily ? `${String(tick / 3600).padStart(2, "0")}:00` : duration(tick);
    drawing.append(label);
  }
  for (const event of events) for (const bar of bars(event, isDaily)) drawing.append(barShape(bar, at));
  return drawing;
}

/** Labels at the ends stay inside. */
function anchorAt(x: number): string {
  if (x < 20) return "start";
  return x > width - 20 ? "end" : "middle";
}

/** What lasts past midnight goes on at the left. */
function bars({ earliest, latest }: LaneEvent, isDaily: boolean): (readonly [from: number, to: number])[] {
  if (!isDaily || latest <= day) return [[earliest, latest]];
  return [
    [earliest, day],
    [0, Math.min(latest - day, day)],
  ];
}

function barShape([from, to]: readonly [number, number], at: (seconds: number) => number): SVGElement {
  const x = Math.min(at(from), width - 6);
  return shape("rect", { class: "event", x, y: 7, width: Math.max(6, at(to) - at(from)), height: 14, rx: 3 });
}
