import type { BaseLanguageClient, CancellationToken } from "vscode-languageclient";
import type { Method, Notifications, ParamsOf, ResultOf } from "../../server/src/protocol";

/** Sends one of our own requests; `protocol.ts` says what it takes and what it answers. */
export function ask<M extends Method>(
  client: BaseLanguageClient,
  method: M,
  params: ParamsOf<M>,
  token?: CancellationToken,
): Promise<ResultOf<M>> {
  return token
    ? client.sendRequest<ResultOf<M>>(method, params, token)
    : client.sendRequest<ResultOf<M>>(method, params);
}

export function notify<M extends keyof Notifications>(
  client: BaseLanguageClient,
  method: M,
  params: Notifications[M],
): Promise<void> {
  return client.sendNotification(method, params);
}
