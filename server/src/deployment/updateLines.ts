import type { ReplacedSetting, UpdateAnswer, UpdatedFile, UpdateTrigger } from "./updates";

// Answers about updates with lines, counted from 1, in place of offsets.

interface Lines {
  positionAt(offset: number): { readonly line: number };
}

type InLine<T extends { readonly at?: number }> = Omit<T, "at"> & { readonly line?: number };

export type UpdatesInLines = Omit<UpdateAnswer, "triggers" | "files"> & {
  readonly triggers: readonly InLine<UpdateTrigger>[];
  readonly files: readonly InLine<UpdatedFile>[];
};

export function inLines(answer: UpdateAnswer, lines: Lines): UpdatesInLines {
  const inLine = <T extends { readonly at?: number }>({ at, ...rest }: T): InLine<T> => ({
    ...rest,
    ...(at !== undefined && { line: lines.positionAt(at).line + 1 }),
  });
  return { ...answer, triggers: answer.triggers.map(inLine), files: answer.files.map(inLine) };
}

export type ReplacedLine = Omit<ReplacedSetting, "beforeAt" | "afterAt"> & {
  readonly beforeLine?: number;
  readonly afterLine?: number;
};

export function replacedLines(
  settings: readonly ReplacedSetting[],
  running: Lines,
  fresh: Lines,
): readonly ReplacedLine[] {
  return settings.map(({ beforeAt, afterAt, ...setting }) => ({
    ...setting,
    ...(beforeAt !== undefined && { beforeLine: running.positionAt(beforeAt).line + 1 }),
    ...(afterAt !== undefined && { afterLine: fresh.positionAt(afterAt).line + 1 }),
  }));
}
