import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { nodeRuntime } from "../../server/src/node/runtime";
import { Site } from "../support/commandLine";
import { type Received, Wire, type WireOptions } from "../support/wire";

const uri = "file:///phone.xml";
const wrong = "<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const textDocument = { uri };
const start = { line: 0, character: 0 };

/** Seconds of processor time for a case; the machine may be busy with something else. */
const longest = 1;

test.before(async () => {
  // The catalogue is read once, for all cases.
  const wire = new Wire({});
  await wire.initialize();
  await checkAlive(wire);
  wire.end();
});

async function withWire(options: WireOptions, body: (wire: Wire) => Promise<void>): Promise<void> {
  const before = process.cpuUsage();
  const wire = new Wire(options);
  try {
    await body(wire);
  } finally {
    wire.end();
  }
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1e6 < longest, `took ${(user + system) / 1e6} s of processor time`);
}

const diagnosticsIn = ({ params }: Received) => (params?.diagnostics ?? []) as { readonly code: string }[];

/** The server still says of a file what it says of it when nothing odd happened. */
async function checkAlive(wire: Wire): Promise<void> {
  wire.open(wrong, "file:///alive.xml");
  const found = await wire.next(
    ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === "file:///alive.xml",
  );
  assert.equal(diagnosticsIn(found).length, 1);
  const position = { line: 1, character: 3 };
  const hover = await wire.ask("textDocument/hover", { textDocument: { uri: "file:///alive.xml" }, position });
  assert.ok(hover.result, "no hover");
}

const notInitialized = -32002;
const invalidRequest = -32600;
const invalidParams = -32602;
const parseError = -32700;

function nested(levels: number): object {
  let object = {};
  for (let level = 0; level < levels; level++) object = { a: object };
  return object;
}

/* Requests at the wrong time. */

for (const method of [
  "shutdown",
  "textDocument/hover",
  "textDocument/diagnostic",
  "workspace/diagnostic",
  "workspace/symbol",
  "flatProfile/parameters",
  "completionItem/resolve",
  "no/such/method",
])
  test(`${method} before initialize is an error of the protocol`, () =>
    withWire({}, async (wire) => {
      const { error } = await wire.ask(method, { textDocument, position: start });
      assert.equal(error?.code, notInitialized);
      await wire.initialize();
      await checkAlive(wire);
    }));

for (const method of ["shutdown", "textDocument/hover", "workspace/diagnostic", "initialize", "no/such/method"])
  test(`${method} after shutdown is an error of the protocol`, () =>
    withWire({}, async (wire) => {
      await wire.initialize();
      assert.equal((await wire.ask("shutdown")).result, null);
      const { error } = await wire.ask(method, { textDocument, position: start });
      assert.equal(error?.code, invalidRequest);
    }));

test("a second initialize is an error and changes nothing", () =>
  withWire({}, async (wire) => {
    await wire.initialize();
    const { error } = await wire.ask("initialize", { capabilities: { textDocument: { diagnostic: {} } } });
    assert.equal(error?.code, invalidRequest);
    await checkAlive(wire);
  }));

test("notifications before initialize and after shutdown are dropped", () =>
  withWire({}, async (wire) => {
    wire.open(wrong);
    wire.notify("initialized", {});
    await wire.initialize();
    await checkAlive(wire);
    await wire.ask("shutdown");
    wire.open(wrong, "file:///late.xml");
    await wire.ask("textDocument/hover", { textDocument, position: start });
    assert.deepEqual(
      wire.received.flatMap(({ params }) => (typeof params?.uri === "string" ? [params.uri] : [])),
      ["file:///alive.xml"],
    );
  }));

/* Parameters of initialize. */

const oddInitializes: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  "an empty object": {},
  "an array": [1],
  "a string": "hello",
  "no capabilities": { capabilities: null },
  "capabilities of the wrong kind": { capabilities: "all" },
  "capabilities in an array": { capabilities: [[]] },
  "parts of capabilities that are null": { capabilities: { workspace: null, textDocument: null, window: null } },
  "parts of capabilities of the wrong kind": { capabilities: { workspace: 7, textDocument: "x", window: [] } },
  "formats that are no list": { capabilities: { textDocument: { hover: { contentFormat: 7 }, completion: true } } },
  "lists with null": {
    capabilities: {
      textDocument: {
        hover: { contentFormat: [null, {}] },
        completion: { completionList: { itemDefaults: {} }, completionItem: "x" },
      },
    },
  },
  "folders that are an object": { capabilities: {}, workspaceFolders: { uri: "file:///x" } },
  "folders without addresses": { capabilities: {}, workspaceFolders: [null, 7, {}, { uri: 7 }, { uri: "" }] },
  "a hundred thousand folders": {
    capabilities: {},
    workspaceFolders: Array.from({ length: 100_000 }, (_, n) => ({ uri: `file:///f${n}`, name: 7 })),
  },
  "a root that is an object": { capabilities: {}, rootUri: { path: "/x" } },
  "a root that is not an address": { capabilities: {}, rootUri: "::::%%%" },
  "a process that cannot be": { capabilities: {}, processId: 1e300 },
  "a process with a sign": { capabilities: {}, processId: -1 },
  "a process in words": { capabilities: {}, processId: "me" },
  "a locale of the wrong kind": { capabilities: {}, locale: [[["de"]]] },
  "a trace of the wrong kind": { capabilities: {}, trace: { value: "verbose" } },
  "a trace that does not exist": { capabilities: {}, trace: "everything" },
  "a token that is an object": { capabilities: {}, workDoneToken: {} },
  "options in an array": { capabilities: {}, initializationOptions: [1, 2] },
  "options in a string": { capabilities: {}, initializationOptions: "severity" },
  "options of the wrong kinds": {
    capabilities: {},
    initializationOptions: { family: {}, severity: 7, format: null, problems: { limit: -1 }, inlayHints: [], l10n: 7 },
  },
  "texts that are no texts": { capabilities: {}, initializationOptions: { l10n: { "a {0}": 7, __proto__: null } } },
  "options of a megabyte": { capabilities: {}, initializationOptions: { family: "x".repeat(1_000_000) } },
  "capabilities of a megabyte": {
    capabilities: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`capability${n}`, { on: true }])),
  },
  "capabilities a thousand levels deep": { capabilities: nested(1_000) },
};

for (const [what, params] of Object.entries(oddInitializes))
  test(`initialize with ${what} is survived`, () =>
    withWire({}, async (wire) => {
      const { result } = await wire.ask("initialize", params);
      assert.ok((result as { capabilities?: object } | undefined)?.capabilities);
      wire.notify("initialized");
      await checkAlive(wire);
    }));

/* Messages that are none. */

const oddMessages: readonly (readonly [what: string, message: string, code: number, id?: unknown])[] = [
  ["text that is not JSON", "{oops", parseError],
  ["nothing", "", parseError],
  ["JSON that ends early", '{"jsonrpc":"2.0","id":1,"method":"shut', parseError],
  ["bytes that are not text", "\u0000\ufffd", parseError],
  ["null", "null", invalidRequest],
  ["a number", "42", invalidRequest],
  ["a batch", '[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]', invalidRequest],
  ["an empty object", "{}", invalidRequest],
  ["a request without a method", '{"jsonrpc":"2.0","params":{"password":"canary"}}', invalidRequest],
  ["a method that is a number", '{"jsonrpc":"2.0","id":7,"method":7}', invalidRequest, 7],
  ["an id that is null", '{"jsonrpc":"2.0","id":null,"method":"textDocument/hover"}', invalidRequest],
  ["an id that is an object", '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}', invalidRequest],
  ["parameters in a string", '{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":"x"}', invalidParams, 7],
  ["parameters by place", '{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":[1,null]}', invalidParams, 7],
];

for (const [what, message, code, id = null] of oddMessages)
  test(`a message that is ${what} is answered with an error`, () =>
    withWire({}, async (wire) => {
      await wire.initialize();
      wire.send(message);
      const answer = await wire.next(({ error }) => error !== undefined);
      assert.deepEqual([answer.error?.code, answer.id], [code, id]);
      await checkAlive(wire);
      assert.doesNotMatch(JSON.stringify(wire.received), /canary/);
    }));

/* Parameters of requests and notifications. */

const oddParams: readonly (readonly [method: string, params: unknown])[] = [
  ["textDocument/hover", undefined],
  ["textDocument/hover", {}],
  ["textDocument/hover", { textDocument: null, position: start }],
  ["textDocument/hover", { textDocument: { uri: 7 }, position: start }],
  ["textDocument/hover", { textDocument, position: { line: -1, character: 0 } }],
  ["textDocument/hover", { textDocument, position: { line: "0", character: 0 } }],
  ["textDocument/hover", { textDocument, position: { line: 0.5, character: 0 } }],
  ["textDocument/hover", { textDocument, position: null }],
  ["textDocument/diagnostic", { textDocument: [] }],
  ["textDocument/codeAction", { textDocument, range: { start } }],
  ["textDocument/selectionRange", { textDocument, positions: [start, 7] }],
  ["textDocument/rangeFormatting", { textDocument, range: [] }],
];

for (const [method, params] of oddParams)
  test(`${method} with ${JSON.stringify(params)} is an error of the protocol`, () =>
    withWire({}, async (wire) => {
      await wire.initialize({ capabilities: { textDocument: {} } });
      wire.open(wrong);
      const { error } = await wire.ask(method, params);
      assert.equal(error?.code, invalidParams);
      await checkAlive(wire);
    }));

const calmParams: readonly (readonly [method: string, params: unknown])[] = [
  ["textDocument/hover", { textDocument, position: { line: 2 ** 31, character: 2 ** 31 } }],
  ["textDocument/hover", { textDocument: { uri: "x".repeat(1_000_000) }, position: start }],
  ["textDocument/hover", { textDocument }],
  ["textDocument/completion", { textDocument, position: { line: 1e300, character: 1e300 } }],
  ["textDocument/rename", { textDocument, position: start, newName: 7 }],
  ["textDocument/references", { textDocument, position: start }],
  ["textDocument/codeAction", { textDocument, range: { start, end: start } }],
  ["textDocument/formatting", { textDocument, options: null }],
  ["textDocument/semanticTokens/range", { textDocument, range: { start: { line: 9, character: 9 }, end: start } }],
  ["workspace/symbol", {}],
  ["workspace/symbol", { query: 7 }],
  ["workspace/symbol", { query: "(".repeat(100_000) }],
  ["workspace/diagnostic", {}],
  ["workspace/diagnostic", { previousResultIds: [null, {}, { uri: 7 }] }],
  ["completionItem/resolve", {}],
  ["flatProfile/evaluate", { textDocument, device: 7 }],
  ["flatProfile/evaluate", {}],
  ["flatProfile/script", { textDocument, position: {} }],
  ["flatProfile/devices", {}],
  ["flatProfile/importDevices", { text: 7 }],
  ["no/such/method", {}],
];

for (const [method, params] of calmParams)
  test(`${method} with ${JSON.stringify(params).slice(0, 80)} is answered`, () =>
    withWire({}, async (wire) => {
      await wire.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
      wire.open(wrong);
      const answer = await wire.ask(method, params);
      assert.ok("result" in answer || answer.error);
      const report = await wire.ask("textDocument/diagnostic", { textDocument });
      assert.equal((report.result as { items: unknown[] }).items.length, 1);
    }));

const whole = { start, end: { line: 99, character: 0 } };
const oddNotifications: readonly (readonly [method: string, params: unknown])[] = [
  ["$/cancelRequest", undefined],
  ["$/cancelRequest", null],
  ["$/cancelRequest", { id: {} }],
  ["$/setTrace", null],
  ["$/setTrace", { value: 7 }],
  ["$/progress", { token: {}, value: 7 }],
  ["no/such/notification", { x: 1 }],
  ["textDocument/didOpen", undefined],
  ["textDocument/didOpen", { textDocument: { uri: 7, text: wrong } }],
  ["textDocument/didOpen", { textDocument: { uri, text: { length: 7 } } }],
  ["textDocument/didChange", { textDocument: { uri: "file:///never.xml" }, contentChanges: [{ text: "" }] }],
  ["textDocument/didChange", { textDocument }],
  ["textDocument/didChange", { textDocument, contentChanges: "x" }],
  ["textDocument/didChange", { textDocument, contentChanges: [null, 7, {}, { text: 7 }] }],
  ["textDocument/didChange", { textDocument, contentChanges: [{ range: null, text: "" }] }],
  ["textDocument/didChange", { textDocument, contentChanges: [{ range: { start: -1, end: {} }, text: "" }] }],
  ["textDocument/didClose", {}],
  ["textDocument/didClose", { textDocument: { uri: "file:///never.xml" } }],
  ["workspace/didChangeConfiguration", undefined],
  ["workspace/didChangeConfiguration", { settings: "x" }],
  ["workspace/didChangeConfiguration", { settings: { flatProfile: [] } }],
  ["workspace/didChangeWatchedFiles", {}],
  ["workspace/didChangeWatchedFiles", { changes: [null, { uri: 7 }] }],
  ["flatProfile/theme", undefined],
  ["flatProfile/previewDevices", { files: [null] }],
  ["flatProfile/previewDevices", { files: [{ uri, device: 7 }] }],
];

for (const [method, params] of oddNotifications)
  test(`${method} with ${JSON.stringify(params)} changes nothing`, () =>
    withWire({}, async (wire) => {
      await wire.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
      wire.open(wrong);
      wire.notify(method, params);
      const report = await wire.ask("textDocument/diagnostic", { textDocument });
      assert.equal((report.result as { items: unknown[] }).items.length, 1);
      wire.notify("textDocument/didChange", { textDocument, contentChanges: [{ range: whole, text: "" }] });
      const next = await wire.ask("textDocument/diagnostic", { textDocument });
      assert.ok(next.result, "no report");
    }));

/* Headers. */

const brokenHeaders: Readonly<Record<string, string>> = {
  "a length in words": "Content-Length: many\r\n\r\n{}",
  "a negative length": "Content-Length: -5\r\n\r\n{}",
  "a length with a tail": "Content-Length: 2x\r\n\r\n{}",
  "a length in hexadecimal": "Content-Length: 0x2\r\n\r\n{}",
  "no length": "Content-Type: text/plain\r\n\r\n{}",
  "an empty length": "Content-Length:\r\n\r\n{}",
  "two lengths": "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
  "a length that no machine has": "Content-Length: 99999999999999999999\r\n\r\n{}",
  "a length of a gigabyte": "Content-Length: 1073741824\r\n\r\n{}",
  "a line without a colon": "Content-Length 2\r\n\r\n{}",
  "nothing in it": "\r\n\r\n{}",
  "lines that end with LF": "Content-Length: 2\n\n{}",
  "a line of a web browser": "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "no end": `X: ${"y".repeat(10_000)}`,
};

for (const [what, header] of Object.entries(brokenHeaders))
  test(`a header with ${what} ends the connection`, () =>
    withWire({}, async (wire) => {
      await wire.initialize();
      wire.raw(header);
      for (let turns = 0; turns < 500 && wire.brokenBy === undefined; turns++)
        await new Promise((resolve) => setTimeout(resolve, 2));
      assert.match(wire.brokenBy ?? "", /header/);
      wire.open(wrong, "file:///after.xml");
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(
        wire.received.some(({ params }) => params?.uri === "file:///after.xml"),
        false,
      );
    }));

test("headers with a type, in other letters and cut anywhere are read", () =>
  withWire({}, async (wire) => {
    await wire.initialize();
    const body = JSON.stringify({ jsonrpc: "2.0", id: "cut", method: "workspace/symbol", params: { query: "ü" } });
    const message = Buffer.from(
      `content-length:  ${Buffer.byteLength(body)}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${body}`,
    );
    for (const byte of message) wire.raw(Uint8Array.of(byte));
    await wire.next(({ id }) => id === "cut");
    await checkAlive(wire);
  }));

/* Folders of the workspace. */

const oddFolders = [
  "file://server/share",
  "file:///%zz",
  "file:///a%2Fb",
  "file:///a%00b",
  "file:",
  "untitled:x",
  "http://example.com/x",
  "no address",
  "file:///does/not/exist",
  "vscode-vfs://github/x/y",
  `file:///${"x".repeat(100_000)}`,
];

for (const folder of oddFolders)
  test(`the folder ${folder.slice(0, 40)} does not silence the others`, async () => {
    const site = new Site({ "phone.xml": wrong, "sub/other.cfg": wrong });
    mkdirSync(site.path("dir.xml"));
    symlinkSync(site.path("."), site.path("sub/up"));
    try {
      await withWire({ runtime: nodeRuntime }, async (wire) => {
        const mine = pathToFileURL(site.folder).href;
        await wire.initialize({
          capabilities: { textDocument: { diagnostic: {} } },
          workspaceFolders: [folder, mine, `${mine}/sub`, mine].map((uri) => ({ uri, name: "x" })),
        });
        const { result } = await wire.ask("workspace/diagnostic", { previousResultIds: [] });
        const { items } = result as { items: { uri: string; items: unknown[] }[] };
        assert.deepEqual(
          items.map((item) => [item.uri, item.items.length]).sort(),
          [
            [`${mine}/phone.xml`, 1],
            [`${mine}/sub/other.cfg`, 1],
          ].sort(),
        );
      });
    } finally {
      site.remove();
    }
  });

/* Answers to our own requests. */

const configuration = ({ method }: Received) => method === "workspace/configuration";
const oddAnswers: Readonly<Record<string, (request: Received) => object | undefined>> = {
  nothing: (request) => (configuration(request) ? undefined : { id: request.id, result: null }),
  "an error": ({ id }) => ({ id, error: { code: -32601, message: "no" } }),
  "an error without a code": ({ id }) => ({ id, error: "no" }),
  "neither result nor error": ({ id }) => ({ id }),
  null: ({ id }) => ({ id, result: null }),
  "a number": ({ id }) => ({ id, result: 7 }),
  "an empty list": ({ id }) => ({ id, result: [] }),
  "a list with null": ({ id }) => ({ id, result: [null] }),
  "settings of the wrong kinds": ({ id }) => ({ id, result: [{ severity: [], family: 7, format: "x" }] }),
  "an answer to something else": ({ id }) => ({ id: `${id}-other`, result: [{}] }),
  "an answer twice": ({ id }) => ({ id, result: [{}], error: { code: 1, message: "and an error" } }),
};

for (const [what, answer] of Object.entries(oddAnswers))
  test(`a client that answers questions with ${what} gets problems with the defaults`, () =>
    withWire({ answer }, async (wire) => {
      const workspace = {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      };
      await wire.initialize({ capabilities: { workspace } });
      wire.notify("flatProfile/previewDevices", { files: [] });
      await checkAlive(wire);
      wire.notify("workspace/didChangeConfiguration", { settings: null });
      wire.open(wrong, "file:///second.xml");
      await wire.next(({ params }) => params?.uri === "file:///second.xml");
    }));

test("settings that come late are used when they come", async () => {
  let late: Received | undefined;
  await withWire(
    {
      answer: (request) => {
        if (!configuration(request)) return { id: request.id, result: null };
        late ??= request;
        return undefined;
      },
    },
    async (wire) => {
      await wire.initialize({ capabilities: { workspace: { configuration: true } } });
      wire.open(wrong);
      const first = await wire.next(({ params }) => params?.uri === uri);
      const [problem] = diagnosticsIn(first);
      assert.ok(problem);
      wire.send({ jsonrpc: "2.0", id: late?.id, result: [{ severity: { [problem.code]: "off" } }] });
      await wire.next(({ params }) => params?.uri === uri && (params.diagnostics as unknown[]).length === 0);
    },
  );
});

test("only the first files wait for a client that never answers", async () => {
  let waits = 0;
  const delay = (ms: number, callback: () => void) => {
    if (ms === 1_000) waits++;
    const timer = setTimeout(callback, ms / 20);
    return () => clearTimeout(timer);
  };
  await withWire({ answer: () => undefined, runtime: { delay } }, async (wire) => {
    await wire.initialize({ capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } } });
    const began = performance.now();
    for (let n = 0; n < 100; n++) {
      wire.open(wrong, `file:///${n}.xml`);
      const { result } = await wire.ask("textDocument/diagnostic", { textDocument: { uri: `file:///${n}.xml` } });
      assert.equal((result as { items: unknown[] }).items.length, 1);
    }
    assert.ok(waits > 0);
    assert.ok(performance.now() - began < 100 * 50, "each file waited");
  });
});
