/** The English messages for a plain page, which has no extension's API: imported before anything that looks one up. */
import english from '../../public/_locales/en/messages.json';
import { type Catalogue, lookUp } from './catalogue';

const world = globalThis as { chrome?: object };
world.chrome = Object.assign(world.chrome ?? {}, { i18n: { getMessage: lookUp(english as Catalogue) } });
