import type { Secrets } from "../../../secrets/secrets";
import { secretPlaces, withoutSecrets } from "./secretPlaces";
import { withoutWords } from "./secretWords";
import { fileSecrets, isSecretSetting, secretWordsNear, segmentSecrets } from "./segmentSecrets";

/** Secrets by the catalogue and by name, keys and passwords in rules, and what rules use as such. */
export const secrets: Secrets = {
  inSegment: segmentSecrets,
  inFile: fileSecrets,
  wordsNear: secretWordsNear,
  isSecret: isSecretSetting,
  places: secretPlaces,
  shown: withoutSecrets,
  shownMessage: withoutWords,
};
