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
import { JsonText } from "../text/jsonText";
import { allSteps, type Feature, type OpenFile } from "./feature";
import {
  type PlacedTokens,
  tokenDifference,
  tokenModifiers,
  tokenNumbers,
  tokensInSteps,
  tokenTexts,
  tokenTypes,
} from "./tokenEncoder";

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
  run: (file) => plain(allSteps(answerInSteps(file))),
  *steps(file) {
    return written(yield* answerInSteps(file));
  },
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
    const { before, after } = allSteps(changeInSteps(file, previousResultId));
    return before ? difference(before, after) : plain(after);
  },
  *steps(file, { previousResultId }) {
    const { before, after } = yield* changeInSteps(file, previousResultId);
    return before ? difference(before, after) : written(after);
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
    const placed = allSteps(tokensInSteps(segments, likelyAnalyzer, line, character));
    return { data: within(tokenNumbers(placed), range) };
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

/** The numbers are in the segments, which the file has anyway. */
interface Answer {
  readonly resultId: string;
  readonly placed: readonly PlacedTokens[];
}

/** The last answer for each of the files in use, to compute differences. */
const answers = new Map<string, Answer>();
const answersKept = 8;
let count = 0;

function* answerInSteps({ uri, snapshot: { document, likelyAnalyzer } }: OpenFile): Generator<void, Answer> {
  const placed = yield* tokensInSteps(document.segments, likelyAnalyzer, 0, 0);
  const answer = { resultId: String(++count), placed };
  answers.delete(uri);
  answers.set(uri, answer);
  for (const [oldest] of answers) {
    if (answers.size <= answersKept) break;
    answers.delete(oldest);
  }
  return answer;
}

function* changeInSteps(
  file: OpenFile,
  previousResultId: string,
): Generator<void, { readonly before: Answer | undefined; readonly after: Answer }> {
  const known = answers.get(file.uri);
  const after = yield* answerInSteps(file);
  return { before: known?.resultId === previousResultId ? known : undefined, after };
}

function plain({ resultId, placed }: Answer): SemanticTokens {
  return { resultId, data: tokenNumbers(placed) };
}

function written({ resultId, placed }: Answer): JsonText {
  return new JsonText([`{"resultId":"${resultId}","data":[`, ...tokenTexts(placed), "]}"]);
}

function difference(before: Answer, { resultId, placed }: Answer): SemanticTokensDelta {
  const edit = tokenDifference(before.placed, placed);
  return { resultId, edits: edit ? [edit] : [] };
}
