// The client library for Node, a bundle of its own: extensions are read before the first line of theirs runs.
export { LanguageClient } from "vscode-languageclient/node";
