export { askForReport, ReadFailure } from './ask';
export { createSession, type Session, type SessionDeps } from './session';
