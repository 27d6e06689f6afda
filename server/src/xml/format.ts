import type { ProfileDocument } from "../profile/profileDocument";
import type { ReadFiles } from "../profile/readFiles";
import type { TextSource } from "../text/piecedText";
import type { TextChange } from "../text/textChange";
import { syntaxAt } from "./attributes";
import { contextAt } from "./cursor";
import { innerSpans, isSameForm } from "./element";
import { Grammar } from "./grammar";
import { layout } from "./layout";
import { likelySecretsOf } from "./likelySecrets";
import { Names } from "./names";
import type { KnownNames, XmlPolicy } from "./policy";
import { readAmong, readDocument, updateDocument } from "./read";
import { elementWriter } from "./write";

/** What a dialect of XML files gets for its policy: members of `Dialect`, and `likelySecrets` for its secrets. */
export function xmlFormat(policy: XmlPolicy) {
  const grammar = new Grammar(policy);
  const byCatalogue = new WeakMap<KnownNames, Names>();
  const namesOf = (known: KnownNames): Names => {
    const names = byCatalogue.get(known) ?? new Names(grammar, known);
    byCatalogue.set(known, names);
    return names;
  };
  return {
    read(text: TextSource, known: KnownNames, previous?: ProfileDocument, change?: TextChange): ProfileDocument {
      const names = namesOf(known);
      return previous && change ? updateDocument(text, names, previous, change) : readDocument(text.toString(), names);
    },
    readAmong: (text: string, known: KnownNames, files: ReadFiles) => readAmong(text, namesOf(known), files),
    write: elementWriter(policy),
    contextAt: contextAt.bind(undefined, policy),
    syntaxAt: syntaxAt.bind(undefined, policy),
    layout,
    isSameForm,
    innerSpans,
    comment: (text: string) => `<!-- ${text} -->`,
    file(elements: readonly string[]) {
      const root = policy.roots[0]?.name ?? "";
      return `<${root}>\n${elements.map((element) => `  ${element}\n`).join("")}</${root}>\n`;
    },
    likelySecrets: likelySecretsOf(policy),
    syntaxArea: "xml",
    markdownLanguage: "xml",
    isName: (text: string) => /^[\p{L}_][\p{L}\d_.-]*$/u.test(text),
  };
}
