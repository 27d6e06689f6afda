import type { ProfileDocument } from "../../profile/profileDocument";
import type { DumpFact } from "../../schema/learn";
import { attributeOf } from "../../xml/element";
import { readOptionComment } from "./optionComment";

/** What a phone's dump says of its elements; a list of choices belongs to the element before its comment. */
export function dumpFacts(document: ProfileDocument): DumpFact[] {
  const facts: DumpFact[] = [];
  for (const { settings, comments } of document.segments) {
    let next = 0;
    const takeCommentsBefore = (offset: number) => {
      for (let comment = comments[next]; comment && comment.span.start < offset; comment = comments[++next]) {
        const last = facts.at(-1);
        const listed = last && !last.options && readOptionComment(comment.text, last.value);
        if (listed)
          facts[facts.length - 1] = {
            ...last,
            options: listed.options,
            ...(listed.labels && { optionLabels: listed.labels }),
          };
      }
    };
    for (const setting of settings) {
      takeCommentsBefore(setting.span.start);
      if (setting.templated) continue;
      const ua = attributeOf(setting, "ua")?.value;
      const group = attributeOf(setting, "group")?.value;
      facts.push({
        name: setting.name,
        path: setting.path,
        value: setting.text,
        ...(ua !== undefined && { ua }),
        ...(group !== undefined && { group }),
      });
    }
    takeCommentsBefore(Number.POSITIVE_INFINITY);
  }
  return facts;
}
