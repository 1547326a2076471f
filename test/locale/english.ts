/** The messages as a browser would give them, for tests that run in none: set up before every file of unit tests. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../../public/_locales/en/messages.json';
import { type Catalogue, lookUp } from './catalogue';

Object.assign(fakeBrowser, { i18n: { getMessage: lookUp(english as Catalogue) } });
