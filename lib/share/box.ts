/** A rectangle in pixels of the picture. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
