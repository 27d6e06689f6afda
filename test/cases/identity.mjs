import { spawn } from "node:child_process";
import { program } from "./site.mjs";
import { missing } from "./subset.mjs";

/** The device that a text of a User-Agent header shows: what "Add Device" in an editor makes of it. */
export async function identity({ agent }, expect) {
  const answer = await ask("flatProfile/addDevice", { existing: "", userAgent: agent });
  const device = answer === null ? undefined : JSON.parse(answer.text).devices.at(-1);
  // What is not known is null in a case.
  const found = Object.fromEntries(Object.keys(expect).map((key) => [key, device?.[key] ?? null]));
  return missing(expect, found);
}

/** One request to the language server. */
function ask(method, params) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const send = (message) => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let text = Buffer.alloc(0);
    const timer = setTimeout(() => finish(() => reject(new Error("the language server does not answer"))), 20_000);
    const finish = (end) => {
      clearTimeout(timer);
      child.kill();
      end();
    };
    const take = ({ id, result, error }) => {
      if (id === 1) {
        send({ method: "initialized", params: {} });
        send({ id: 2, method, params });
      } else if (id === 2) finish(() => (error ? reject(new Error(error.message)) : resolve(result)));
    };
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (piece) => {
      text = Buffer.concat([text, piece]);
      for (;;) {
        const end = text.indexOf("\r\n\r\n");
        const length = Number(/Content-Length: (\d+)/i.exec(text.subarray(0, Math.max(0, end)).toString())?.[1]);
        if (end < 0 || text.length < end + 4 + length) return;
        const body = text.subarray(end + 4, end + 4 + length).toString();
        text = text.subarray(end + 4 + length);
        take(JSON.parse(body));
      }
    });
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  });
}
