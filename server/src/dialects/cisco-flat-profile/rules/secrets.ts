import type { Secrets } from "../../../secrets/secrets";
import { withoutWords } from "../../../secrets/words";
import { mayHaveRegisters, secretPlaces, typedSecretPlaces, withoutSecrets } from "./secretPlaces";
import { fileSecrets, isSecretSetting, secretWordsNear, segmentSecrets } from "./segmentSecrets";

/** Secrets by the catalogue and by name, keys and passwords in rules, and what rules use as such. */
export const secrets: Secrets = {
  inSegment: segmentSecrets,
  inFile: fileSecrets,
  mayHaveRegisters,
  wordsNear: secretWordsNear,
  isSecret: isSecretSetting,
  places: secretPlaces,
  shown: withoutSecrets,
  shownMessage: (message, words) => withoutWords(message, words, typedSecretPlaces),
};
