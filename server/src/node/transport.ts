import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { writeWholeMessages } from "./corkMessages";
import { frames } from "./frames";

interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** How the command line says that the client speaks: over stdio, a pipe, a socket or the channel to the parent process. */
export function transportOf(args: readonly string[], onBroken: (reason: string) => void): Transport {
  const given = (option: string): string | undefined => {
    const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
    return args[at] === option ? args[at + 1] : args[at]?.slice(option.length + 1);
  };
  if (args.includes("--node-ipc"))
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  const port = given("--socket");
  const pipe = given("--pipe");
  if (port !== undefined) return overSocket(connect(Number(port), "127.0.0.1"), onBroken);
  if (pipe !== undefined) return overSocket(connect(pipe), onBroken);
  writeWholeMessages(process.stdout);
  return { reader: framedReader(process.stdin, onBroken), writer: new StreamMessageWriter(process.stdout) };
}

function overSocket(socket: Socket, onBroken: (reason: string) => void): Transport {
  return { reader: framedReader(socket, onBroken), writer: new StreamMessageWriter(socket) };
}

/** Reads messages until a header is broken. */
export function framedReader(stream: Readable, onBroken: (reason: string) => void): MessageReader {
  const framed = stream.pipe(frames(onBroken));
  stream.on("error", () => framed.destroy());
  stream.on("close", () => framed.end());
  return new StreamMessageReader(framed);
}
