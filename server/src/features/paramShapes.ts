import type { Position, Range } from "vscode-languageserver-protocol";

// What a client sends is not believed before it was looked at: a guard for each member of the parameters.

/** Recognizes a value. */
export type Shape<T> = (raw: unknown) => raw is T;

/** A guard for each member; only members that may be absent have guards that accept `undefined`. */
export type ParamShapes<P> = {
  readonly [K in keyof P]-?: Shape<Record<never, never> extends Pick<P, K> ? P[K] | undefined : P[K]>;
};

/** The first member of `params` that does not have its shape; undefined when all have. */
export function wrongMember<P>(params: unknown, shapes: Partial<ParamShapes<P>>): string | undefined {
  const members: Readonly<Record<string, unknown>> = isObject(params) ? params : {};
  for (const [name, shape] of Object.entries<Shape<unknown> | undefined>(shapes))
    if (shape && !shape(members[name])) return name;
  return undefined;
}

export const isText: Shape<string> = (raw) => typeof raw === "string";

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

export const isDocument: Shape<{ readonly uri: string }> = (raw): raw is { readonly uri: string } =>
  isObject(raw) && typeof raw.uri === "string";

/** A file that the server does not see otherwise. */
export const isUnsaved: Shape<{ readonly uri: string; readonly text: string }> = (
  raw,
): raw is { readonly uri: string; readonly text: string } => isObject(raw) && isText(raw.uri) && isText(raw.text);

export const isFlag: Shape<boolean> = (raw) => typeof raw === "boolean";

export const isCount: Shape<number> = (raw): raw is number => Number.isInteger(raw) && Number(raw) >= 0;

export const isPosition: Shape<Position> = (raw): raw is Position =>
  isObject(raw) && isCount(raw.line) && isCount(raw.character);

export const isRange: Shape<Range> = (raw): raw is Range =>
  isObject(raw) && isPosition(raw.start) && isPosition(raw.end);

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (raw): raw is T | undefined => raw === undefined || shape(raw);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (raw): raw is readonly T[] => Array.isArray(raw) && raw.every(shape);
}

export function oneOf<const T extends readonly unknown[]>(...words: T): Shape<T[number]> {
  return (raw): raw is T[number] => words.includes(raw);
}
