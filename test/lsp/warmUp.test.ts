import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialectCases } from "../support/dialectCases";
import { withSession } from "../support/session";

/** As long as the server waits and then reads what it makes up. */
const warmedUp = () => new Promise((resolve) => setTimeout(resolve, 1_500));

/** What the catalogue of a dialect is made of: what is known of its devices, and its parameters. */
const filesOf = ({ id }: Dialect) => [id, `${id}.list`];

const diagnostics = { textDocument: { diagnostic: {} } };

test("no catalogue is read before a file of its dialect is seen", async () => {
  await withSession({ warmsUp: true, capabilities: diagnostics, files: { "notes.txt": "x" } }, async (session) => {
    await warmedUp();
    assert.deepEqual([session.catalogues, session.logged], [[], []]);
    const ids: string[] = [];
    for (const { dialect, fileName, files } of dialectCases) {
      const file = `file:///site/${fileName}`;
      await session.open(files[0] ?? "", file, dialect.files.language);
      await session.ask("textDocument/diagnostic", {}, file);
      ids.push(...filesOf(dialect));
      assert.deepEqual(session.catalogues, ids);
    }
  });
});

for (const { dialect, fileName, files } of dialectCases)
  test(`a file of ${dialect.id} in the workspace makes its catalogue ready and no other`, async () => {
    await withSession(
      { warmsUp: true, files: { "notes.xml": "<a/>", [fileName]: files[0] ?? "" } },
      async (session) => {
        await warmedUp();
        assert.deepEqual([session.catalogues, session.logged], [filesOf(dialect), []]);
      },
    );
  });

test("the catalogues of files that are open in the client are read before it sends them", async () => {
  const [first = assert.fail(), , third = assert.fail()] = dialectCases;
  const languages = [third.dialect.files.language, first.dialect.files.language, "xml", 7];
  await withSession({ warmsUp: true, initializationOptions: { languages } }, async (session) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const read = [...filesOf(third.dialect), ...filesOf(first.dialect)];
    assert.deepEqual([session.catalogues, session.logged], [read, []]);
  });
});

test("a file that is opened at once leaves the workspace unread", async () => {
  const [{ dialect, fileName, files } = assert.fail(), other] = dialectCases;
  await withSession({ warmsUp: true, files: { [other?.fileName ?? ""]: other?.files[0] ?? "" } }, async (session) => {
    const file = `file:///site/${fileName}`;
    await session.open(files[0] ?? "", file, dialect.files.language);
    await session.nextPublished(({ uri }) => uri === file);
    await warmedUp();
    assert.deepEqual(session.catalogues, filesOf(dialect));
  });
});
