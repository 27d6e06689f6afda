import { printable } from "../text/printable";

export { printable };

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  cyan(text: string): string;
}

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] } as const;

/** Colours where `stream` is a terminal; NO_COLOR and FORCE_COLOR decide otherwise. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const isColoured = wanted || (stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb");
  const paint = ([on, off]: readonly [number, number]) =>
    isColoured ? (text: string) => `\u001b[${on}m${text}\u001b[${off}m` : (text: string) => text;
  return {
    bold: paint(codes.bold),
    dim: paint(codes.dim),
    red: paint(codes.red),
    yellow: paint(codes.yellow),
    blue: paint(codes.blue),
    cyan: paint(codes.cyan),
  };
}

/** A text of several lines for standard output: on a terminal without what would steer it. */
export function outputText(text: string): string {
  return process.stdout.isTTY
    ? text
        .split("\n")
        .map((line) => printable(line))
        .join("\n")
    : text;
}
