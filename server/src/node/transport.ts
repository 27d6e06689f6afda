import { connect, type Socket } from "node:net";
import { IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter } from "vscode-languageserver/node";
import { FramedReader } from "./messageReader";
import { WholeWriter } from "./messageWriter";

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
  return { reader: new FramedReader(process.stdin, onBroken), writer: new WholeWriter(process.stdout) };
}

function overSocket(socket: Socket, onBroken: (reason: string) => void): Transport {
  return { reader: new FramedReader(socket, onBroken), writer: new WholeWriter(socket) };
}
