import {
  type CancellationToken,
  ErrorCodes,
  type GenericRequestHandler,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { TextDocumentIdentifier } from "vscode-languageserver-protocol";
import type { Feature } from "../features/feature";
import { faultPlace } from "../text/fault";
import { faultOf } from "./params";
import type { Session } from "./session";

/** Adds one feature to the connection. Every request runs under the same rules. */
export function serve<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, O>(
  session: Session,
  feature: Feature<P, R, PR, O>,
): void {
  const answer = async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
    const fault = faultOf(params);
    if (fault !== undefined) return new ResponseError<void>(ErrorCodes.InvalidParams, fault);
    await session.runtime.yieldToMessages();
    if (token.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, "cancelled");
    try {
      const file = await session.file(params.textDocument.uri);
      if (!file || file.snapshot.document.form === "foreign") return feature.empty;
      return feature.run(file, params, token);
    } catch (error) {
      logFault(session, feature.request.method, params.textDocument.uri, error);
      return feature.empty;
    }
  };
  session.connection.onRequest(feature.request.method, answer as GenericRequestHandler<R, void>);
}

/** A handler whose faults are logged; the client is told that it failed, not with what value. */
export function guarded<P, R>(
  session: Session,
  method: string,
  run: (params: P) => R | Promise<R>,
): (params: P) => Promise<R | ResponseError<void>> {
  return async (params) => {
    try {
      return await run(params);
    } catch (error) {
      logFault(session, method, "", error);
      return new ResponseError<void>(LSPErrorCodes.RequestFailed, `${method} failed`);
    }
  };
}

/** Says where something failed, never with what value. */
export function logFault(session: Session, what: string, uri: string, error: unknown): void {
  session.connection.console.error(`${what} failed${uri === "" ? "" : ` on ${uri}`}: ${faultPlace(error)}`);
}
