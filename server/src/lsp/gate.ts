import {
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver";
import { isObject } from "../features/paramShapes";
import { readInitialize } from "./initialize";

type State = "new" | "running" | "shut down";

/** What a message is, before anything is believed of it. */
interface Received {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/**
 * The messages of a client that the protocol allows at this time. Requests that it does not allow are answered with
 * its errors, notifications are dropped. After the gate each message is well formed, and the order is right.
 */
export class Gate implements MessageReader {
  readonly #reader: MessageReader;
  readonly #writer: MessageWriter;
  #state: State = "new";
  /** Called before a message other than `initialize` is passed on. */
  beforeWork: () => void = () => undefined;

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  /** The client has said that it ends. */
  get isShutDown(): boolean {
    return this.#state === "shut down";
  }

  get onError(): MessageReader["onError"] {
    return this.#reader.onError;
  }

  get onClose(): MessageReader["onClose"] {
    return this.#reader.onClose;
  }

  get onPartialMessage(): MessageReader["onPartialMessage"] {
    return this.#reader.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    this.#reader.onError((error) => {
      if (isUnreadable(error)) this.#refuse(null, ErrorCodes.ParseError, "The message is not valid JSON.");
    });
    return this.#reader.listen((message) => {
      const admitted = this.#admit(message);
      if (!admitted) return;
      if ((admitted as Received).method !== "initialize") this.beforeWork();
      callback(admitted);
    });
  }

  dispose(): void {
    this.#reader.dispose();
  }

  #admit(message: unknown): Message | undefined {
    if (!isObject(message)) return this.#refuse(null, ErrorCodes.InvalidRequest, "A message is one JSON object.");
    const { id, method } = message as Received;
    if (method === undefined) return this.#admitResponse(message);
    if (id === undefined) return this.#admitNotification(message);
    if (typeof id !== "string" && typeof id !== "number")
      return this.#refuse(null, ErrorCodes.InvalidRequest, "The id of a request is a string or a number.");
    if (typeof method !== "string")
      return this.#refuse(id, ErrorCodes.InvalidRequest, "The method of a request is a string.");
    return this.#admitRequest(message, id, method);
  }

  #admitRequest(message: Received, id: string | number, method: string): Message | undefined {
    if (this.#state === "new" && method !== "initialize")
      return this.#refuse(id, ErrorCodes.ServerNotInitialized, "The first request is initialize.");
    if (this.#state === "shut down")
      return this.#refuse(id, ErrorCodes.InvalidRequest, "The server was asked to shut down.");
    if (this.#state === "running" && method === "initialize")
      return this.#refuse(id, ErrorCodes.InvalidRequest, "The server is initialized already.");
    const { params } = message;
    if (method === "initialize") {
      this.#state = "running";
      return { ...message, params: readInitialize(params) } as Received as Message;
    }
    if (params !== undefined && params !== null && !isObject(params))
      return this.#refuse(id, ErrorCodes.InvalidParams, `The parameters of ${shown(method)} are one JSON object.`);
    if (method === "shutdown") this.#state = "shut down";
    return message as Received as Message;
  }

  #admitNotification(message: Received): Message | undefined {
    const { method, params } = message;
    if (typeof method !== "string") return undefined;
    const isWelcome = method === "exit" || (this.#state === "running" && (params == null || isObject(params)));
    // The library reads the id of a cancellation before anything else.
    if (!isWelcome || (method === "$/cancelRequest" && !isObject(params))) return undefined;
    return message as Received as Message;
  }

  /** An answer without an answer counts as an error, so that what waits for it goes on. */
  #admitResponse(message: Received): Message | undefined {
    const { id, result, error } = message;
    if (typeof id !== "string" && typeof id !== "number") {
      if (id === null && isObject(error)) return undefined; // of something we sent that was not understood
      return this.#refuse(null, ErrorCodes.InvalidRequest, "The message has no method.");
    }
    if (error === undefined && result !== undefined) return message as Received as Message;
    const code = isObject(error) && typeof error.code === "number" ? error.code : ErrorCodes.InternalError;
    return { jsonrpc: "2.0", id, error: { code, message: "no answer" } } as Received as Message;
  }

  #refuse(id: string | number | null, code: number, message: string): undefined {
    const answer = { jsonrpc: "2.0", id, error: { code, message } };
    this.#writer.write(answer as Message).catch(() => undefined); // a client that went away needs no answer
    return undefined;
  }
}

/** The reader's other errors are those of the stream, which ends. */
const isUnreadable = (error: Error): boolean => error instanceof SyntaxError || error instanceof RangeError;

const shown = (method: string): string => (/^[$\w/]{1,60}$/.test(method) ? method : "the request");
