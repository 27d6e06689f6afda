import {
  type CancellationToken,
  ErrorCodes,
  type GenericRequestHandler,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { TextDocumentIdentifier } from "vscode-languageserver-protocol";
import type { Feature, OpenFile } from "../features/feature";
import { wrongMember } from "../features/paramShapes";
import type { ServerFeature } from "../features/requestFeature";
import { faultPlace } from "../text/fault";
import type { JsonText } from "../text/jsonText";
import { faultOf } from "./params";
import type { Session } from "./session";

/** Adds a request about one file to the connection. */
export function serve<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, O>(
  session: Session,
  feature: Feature<P, R, PR, O>,
): void {
  const { method } = feature.request;
  answer<P, R | JsonText>(session, method, faultOf, async (params, token) => {
    try {
      const file = await session.file(params.textDocument.uri);
      if (!file || file.snapshot.document.form === "foreign") return feature.empty;
      const ready = feature.prepare ? { ...file, ...(await feature.prepare(file, session)) } : file;
      if (token.isCancellationRequested) return feature.empty;
      if (feature.steps) return await inSteps(session, ready, feature.steps(ready, params), token);
      return feature.run(ready, params, token);
    } catch (error) {
      logFault(session, method, params.textDocument.uri, error);
      return feature.empty;
    }
  });
}

/** Steps between which messages are handled: each takes a tenth of a millisecond or less. */
const stepsAtOnce = 64;

/** Ends early when the client no longer needs the answer, or when the file became another one meanwhile. */
async function inSteps<R>(
  { runtime, documents }: Session,
  { uri, version }: OpenFile,
  steps: Generator<void, R>,
  token: CancellationToken,
): Promise<R | ResponseError<void>> {
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (count % stepsAtOnce !== 0) continue;
    await runtime.yieldToMessages();
    if (token.isCancellationRequested) return canceled();
    if (documents.version(uri) !== version)
      return new ResponseError<void>(LSPErrorCodes.ContentModified, "the file was changed");
  }
}

/** Adds any other request; one that fails is answered with an error. */
export function serveRequest<P, R>(session: Session, method: string, feature: ServerFeature<P, R>): void {
  const faultIn = (params: unknown) => {
    const wrong = wrongMember(params, feature.params);
    return wrong === undefined ? undefined : `\`${wrong}\` is missing or has a wrong form.`;
  };
  answer<P, R>(session, method, faultIn, async (params, token) => {
    try {
      const result = await feature.run(params, session, token);
      return token.isCancellationRequested ? canceled() : result;
    } catch (error) {
      logFault(session, method, "", error);
      return new ResponseError<void>(LSPErrorCodes.RequestFailed, `${method} failed`);
    }
  });
}

/** Every request runs under the same rules: with checked parameters, after what arrived before it, unless cancelled. */
function answer<P, R>(
  { connection, runtime }: Session,
  method: string,
  faultIn: (params: unknown) => string | undefined,
  run: (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>,
): void {
  const handler = async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
    const fault = faultIn(params);
    if (fault !== undefined) return new ResponseError<void>(ErrorCodes.InvalidParams, fault);
    await runtime.yieldToMessages();
    if (token.isCancellationRequested) return canceled();
    return run(params, token);
  };
  connection.onRequest(method, handler as GenericRequestHandler<R, void>);
}

function canceled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, "cancelled");
}

/** Logs where something failed, never with what value. */
export function logFault(session: Session, what: string, uri: string, error: unknown): void {
  session.connection.console.error(`${what} failed${uri === "" ? "" : ` on ${uri}`}: ${faultPlace(error)}`);
}
