import {
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensDeltaPartialResult,
  SemanticTokensDeltaRequest,
  type SemanticTokensParams,
  type SemanticTokensPartialResult,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  type SemanticTokensRegistrationOptions,
  SemanticTokensRequest,
} from "vscode-languageserver-protocol";
import type { Feature, OpenFile } from "./feature";
import { joinTokens, tokenModifiers, tokensOfSegments, tokenTypes } from "./tokenEncoder";

/** Names by what the catalogue knows of them, and the parts of values. */
export const semanticTokens: Feature<
  SemanticTokensParams,
  SemanticTokens | null,
  SemanticTokensPartialResult,
  SemanticTokensRegistrationOptions
> = {
  request: SemanticTokensRequest.type,
  capability: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  empty: { data: [] },
  run: (file) => remember(file.uri, wholeFile(file)),
};

/** What changed since an answer that the client still has. */
export const semanticTokensDelta: Feature<
  SemanticTokensDeltaParams,
  SemanticTokens | SemanticTokensDelta | null,
  SemanticTokensPartialResult | SemanticTokensDeltaPartialResult,
  SemanticTokensRegistrationOptions
> = {
  request: SemanticTokensDeltaRequest.type,
  capability: {},
  empty: { data: [] },
  run(file, { previousResultId }) {
    const before = answers.get(file.uri);
    const after = remember(file.uri, wholeFile(file));
    if (!before || before.resultId !== previousResultId) return after;
    return { resultId: after.resultId, edits: difference(before.data, after.data) };
  },
};

export const semanticTokensRange: Feature<
  SemanticTokensRangeParams,
  SemanticTokens | null,
  SemanticTokensPartialResult,
  void
> = {
  request: SemanticTokensRangeRequest.type,
  capability: {},
  empty: { data: [] },
  run({ snapshot, lines }, { range }) {
    const { document, likelyAnalyzer } = snapshot;
    const first = document.indexAt(lines.offsetAt(range.start));
    const last = document.indexAt(lines.offsetAt(range.end));
    const { line, character } = lines.positionAt(document.starts[first] ?? 0);
    const segments = document.segments.slice(first, last + 1);
    return { data: within(joinTokens(tokensOfSegments(segments, likelyAnalyzer), line, character), range) };
  },
};

/** The tokens in `range`: where segments begin and end does not show. */
function within(data: readonly number[], { start, end }: Range): number[] {
  const found: number[] = [];
  let line = 0;
  let character = 0;
  let [lastLine, lastCharacter] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0] = [data[i], data[i + 1], data[i + 2]];
    character = (down === 0 ? character : 0) + right;
    line += down;
    if (line < start.line || (line === start.line && character + length <= start.character)) continue;
    if (line > end.line || (line === end.line && character >= end.character)) break;
    found.push(line - lastLine, line === lastLine ? character - lastCharacter : character, ...data.slice(i + 2, i + 5));
    [lastLine, lastCharacter] = [line, character];
  }
  return found;
}

interface Answer {
  readonly resultId: string;
  readonly data: number[];
}

/** The last answer for each of the files in use, to compute differences. */
const answers = new Map<string, Answer>();
const answersKept = 8;
let count = 0;

function remember(uri: string, data: number[]): Answer {
  const answer = { resultId: String(++count), data };
  answers.delete(uri);
  answers.set(uri, answer);
  for (const [oldest] of answers) {
    if (answers.size <= answersKept) break;
    answers.delete(oldest);
  }
  return answer;
}

function wholeFile({ snapshot: { document, likelyAnalyzer } }: OpenFile): number[] {
  return joinTokens(tokensOfSegments(document.segments, likelyAnalyzer), 0, 0);
}

/** One edit from the first number that differs to the last. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta["edits"] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: after.slice(start, after.length - tail) }];
}
