// Requests between our client and server beyond the LSP. Plain data; the client imports the types.

/** `flatProfile/parameters`: every parameter of the phone a file is for. */
export const parametersMethod = "flatProfile/parameters";

export interface ParametersParams {
  readonly textDocument: { readonly uri: string };
}

export interface ParameterEntry {
  /** Element name. */
  readonly name: string;
  /** Words of the web page. */
  readonly label: string;
  readonly place: string;
  readonly note: string;
  /** Set in this file already. */
  readonly present: boolean;
}

/** `flatProfile/device`: the phone a file is checked for. */
export const deviceMethod = "flatProfile/device";

export interface DeviceAnswer {
  readonly family: string | undefined;
  readonly label: string | undefined;
  readonly certainty: "stated" | "guessed" | "unknown";
  readonly reason: string;
  readonly families: readonly { readonly id: string; readonly label: string }[];
}
