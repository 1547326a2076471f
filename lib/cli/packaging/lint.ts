/** Mozilla's own add-on linter over the built extension. */
import addonsLinter, { type LintResult } from 'addons-linter';

/** Lints an unpacked extension. Nothing is fetched. */
export function lintAddon(folder: string): Promise<LintResult> {
  const linter = addonsLinter.createInstance({
    config: {
      _: [folder],
      logLevel: 'fatal',
      stack: false,
      pretty: false,
      warningsAsErrors: false,
      metadata: false,
      output: 'none',
      boring: true,
      selfHosted: false,
      enableBackgroundServiceWorker: false,
      shouldScanFile: () => true,
    },
    runAsBinary: false,
  });
  return linter.run();
}
