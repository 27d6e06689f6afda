// The client library for Node and for workers, a bundle of its own: extensions are read before the first line of theirs
// runs. Of the two only the one that is asked for runs.
export const clientOfNode = () => import("vscode-languageclient/node");
export const clientOfWorkers = () => import("vscode-languageclient/browser");
