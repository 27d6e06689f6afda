export interface RenderedParams {
  readonly textDocument: { readonly uri: string };
  /** Counted from 1. */
  readonly row: number;
}

/** What a template makes of a row. */
export interface RenderedAnswer extends TemplateState {
  /** The result, with its secrets masked. */
  readonly text?: string;
  readonly row: number;
}

export interface TemplateState {
  /** Of the data; 0 where nothing is rendered. */
  readonly rows: number;
  /** Why nothing is rendered. */
  readonly fault?: string;
  /** Neither a person nor the configuration says what the data is. */
  readonly lacksData?: boolean;
  /** Rows that are checked, where these are not all. */
  readonly checked?: number;
}

/** A template was rendered anew, or its data is another. */
export interface TemplateNews extends TemplateState {
  readonly uri: string;
}

/** What a person chose for templates. */
export interface TemplateChoices {
  /** Addresses of files with data, by template. */
  readonly files: readonly { readonly uri: string; readonly data: readonly string[] }[];
  /** Commands that a configuration names may run. */
  readonly mayRun: boolean;
}
