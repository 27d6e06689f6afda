import { type Check, withExamples } from "../../../checks/check";
import { notUtf8 } from "../../../checks/notUtf8";
import { item, written } from "../message";
import { codecRank, oddPort } from "./codecs";
import { httpsBase, imageModel, noFile, noPriority, normalPriority, noServer } from "./deployment";
import { duplicate, index } from "./indexes";
import { companion, keyIndex, keyRange } from "./keys";
import { nameless, quoteInName, unknownItem } from "./names";
import { root } from "./root";
import { openAccess, readableSecret } from "./security";

/** Every check of messages and files. */
export const checks: readonly Check[] = [
  root,
  nameless,
  quoteInName,
  unknownItem,
  index,
  duplicate,
  keyIndex,
  keyRange,
  companion,
  codecRank,
  oddPort,
  imageModel,
  httpsBase,
  noServer,
  noFile,
  normalPriority,
  noPriority,
  openAccess,
  readableSecret,
  withExamples(notUtf8, {
    bad: written(item("display-id-unicode", "Caf\ufffd")),
    good: written(item("display-id-unicode", "Cafe")),
  }),
];
