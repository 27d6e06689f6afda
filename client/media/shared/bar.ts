import { shape } from "./shape";

/** A part of a whole, beside its number. */
export function bar(share: number): SVGElement {
  const picture = shape("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(shape("rect", { width: share === 0 ? 0 : Math.max(1, Math.round(share * 100)), height: 8 }));
  return picture;
}
