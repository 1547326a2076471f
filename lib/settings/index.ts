export * from './definitions';
export * from './examples';
export * from './packs';
export * from './pause';
export * from './settings';
export * from './site-settings';
export * from './store';
export * from './words';
