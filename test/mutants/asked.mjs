// node:test for test files that are built with changes: a test is put aside when its file is read, and child.mjs starts those
// that are asked.
globalThis.mutantsKept ??= [];
globalThis.mutantsPrepared ??= [];

export function test(name, ...rest) {
  globalThis.mutantsKept.push({
    file: globalThis.mutantsFile,
    name,
    options: rest.length > 1 ? rest[0] : {},
    body: rest.at(-1),
  });
  return Promise.resolve();
}

test.before = (prepare) => void globalThis.mutantsPrepared.push(prepare);

export default test;
