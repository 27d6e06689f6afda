/// <reference path="../../server/src/bundler.d.ts" />
import packed from "packed:cisco-flat-profile";
import list from "packed:cisco-flat-profile.list";
import { Catalogue } from "../../server/src/schema/catalogue";

/** The built-in catalogue, loaded once for all tests of a run. */
export const catalogue = Catalogue.load(packed, () => list);
