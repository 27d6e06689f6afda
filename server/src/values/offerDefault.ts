import * as l10n from "@vscode/l10n";
import { whole } from "./number";
import type { ValueType } from "./valueType";

/** Offers the default, where one is known. */
export const offerDefault: NonNullable<ValueType["complete"]> = (text, _offset, at) =>
  at.default ? [{ label: at.default, kind: "value", replace: whole(text), detail: l10n.t("default") }] : [];
