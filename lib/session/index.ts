export { askForReport, type Port, ReadFailure } from './ask-background';
export { createSession, type Session, type SessionDeps } from './session';
