/** The part of Mozilla's linter that is used here; it ships without types. */
declare module 'addons-linter' {
  export interface LintMessage {
    code: string;
    message: string;
    file?: string;
    line?: number;
    column?: number;
  }
  export interface LintResult {
    errors: LintMessage[];
    warnings: LintMessage[];
    notices: LintMessage[];
  }
  const linter: { createInstance(options: { config: object; runAsBinary: boolean }): { run(): Promise<LintResult> } };
  export default linter;
}
