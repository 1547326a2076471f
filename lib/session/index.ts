export { askForReport, type Port, ReadFailure } from './ask';
export { createSession, type Session, type SessionDeps } from './session';
