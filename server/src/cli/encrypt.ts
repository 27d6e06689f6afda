import { encryptFolder } from "./encryptFolder";
import { encryptVerb } from "./encryptVerb";

export const encrypt = encryptVerb(encryptFolder);
