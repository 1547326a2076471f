export * from './definitions';
export * from './lock';
export * from './memory';
export * from './places';
export * from './settings';
export * from './sites';
export * from './store';
export * from './words';
