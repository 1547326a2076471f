export { askForReport, type Port, ReadFailure } from './ask-background';
export { createSession } from './session';
export type { Session, SessionDeps } from './types';
