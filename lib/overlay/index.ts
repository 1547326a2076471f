export { createOverlay } from './overlay';
export type { Overlay, OverlayActions, OverlayItem, OverlayView } from './types';
