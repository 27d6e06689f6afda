/** One line per event on the console, which VS Code hands on to the page and the page to the runner. */
export class LineReporter {
  constructor(runner: Mocha.Runner) {
    const title = (test: Mocha.Runnable) => test.titlePath().join(", ");
    runner.on("pass", (test) => report({ kind: "pass", title: title(test) }));
    runner.on("pending", (test) => report({ kind: "skip", title: title(test) }));
    runner.on("fail", (test, error) =>
      report({ kind: "fail", title: title(test), error: String(error?.stack ?? error) }),
    );
    runner.on("end", () => report({ kind: "end" }));
  }
}

export function report(event: object): void {
  console.log(`@@test ${JSON.stringify(event)}`);
}
