/** The one way to point at a page and at a sentence on it. Needed in the page (Copy on a card) and on the share page. */
import { flat } from './english/fold';
import { bodyOf } from './page-document';

/** The words right before and after a quotation, for telling it from its like; either may be empty. */
export interface Around {
  before: string;
  after: string;
}

/** Parameters that say who sends a reader and from where, never which page: by name, or by how the name begins. */
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid gad_source msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik ' +
    'mc_cid mc_eid mkt_tok vero_id vero_conv oly_anon_id oly_enc_id rb_clickid wickedid s_cid s_kwcid ef_id cmpid ncid ' +
    'icid ocid sr_share smid smtyp smprod spm ftag taid trk trkcampaign trackingid cvid ref_src ref_url referrer ' +
    'guccounter guce_referrer guce_referrer_sig __twitter_impression amp_js_v usqp xtor dm_i __s srsltid'
  ).split(' '),
);
const TRACKING_START =
  /^(?:utm|mtm|matomo|pk|piwik|hsa|at|stm|ga|_ga|_bta|fb_action|ns)_|^_{1,2}hs|^hscta|^_(?:gl|ke)$/;
/** A reader's own session or address has no place in a link that they hand on. */
const PRIVATE =
  /^(?:(?:php|j|asp\.?net_?)?sess(?:ion)?_?id|session|(?:access|id|auth|refresh)_?token|token|auth|email|e-?mail_?address|user_?id)$/;

function nameOf(pair: string): string {
  const raw = pair.split('=')[0] ?? '';
  try {
    return decodeURIComponent(raw.replaceAll('+', ' ')).trim().toLowerCase();
  } catch {
    return raw.toLowerCase();
  }
}

/**
 * `address` as it may be handed on: what says which page it is stays ("?id=42", "#/news/42"); tracking parameters, a
 * reader's session, user name and password, and any other fragment go. Of a file of the reader's own its name is left, not
 * the folders that it lies in. What is neither is returned as it is.
 */
export function pageLink(address: string): string {
  const match = /^(https?:\/\/)(?:[^/?#@]*@)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(address.trim());
  if (!match) return address.replace(/^\s*file:[^?#]*\/([^/?#]*).*$/is, '$1');
  const [, scheme = '', path = '', query = '', fragment = ''] = match;
  const rest = path.replace(/;jsessionid=[^/]*/i, '');
  const kept = query.split('&').filter((pair) => {
    const name = nameOf(pair);
    return name !== '' && !TRACKING.has(name) && !TRACKING_START.test(name) && !PRIVATE.test(name);
  });
  const route = /^!?\/[^:]*/.exec(fragment.split(':~:')[0] ?? '');
  return `${scheme}${rest}${kept.length > 0 ? `?${kept.join('&')}` : ''}${route ? `#${route[0]}` : ''}`;
}

/** A longer quotation is found by this many words at either end. */
const ENDS = 5;
const LONG = 3 * ENDS;

const wordsOf = (text: string) => text.trim().split(/\s+/).filter(Boolean);
/** Dash, comma and ampersand mean something in a text directive; the rest is what programs cut a pasted link at. */
const encode = (words: string[]) =>
  encodeURIComponent(words.join(' ').toWellFormed()).replace(
    /[-!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * `address` (see `pageLink`) with a text fragment that leads a browser to `quote`: WICG Scroll to Text Fragment, section 3,
 * `text=[before-,]start[,end][,-after]`. `around` is for a quotation that the page has more than once.
 */
export function linkTo(address: string, quote: string, around: Around | null = null): string {
  const page = pageLink(address);
  const words = wordsOf(quote);
  if (words.length === 0 || !/^https?:/i.test(page)) return page;
  const parts = words.length > LONG ? [words.slice(0, ENDS), words.slice(-ENDS)] : [words];
  const text = parts.map(encode).join(',');
  const before = around?.before ? `${encode(wordsOf(around.before))}-,` : '';
  const after = around?.after ? `,-${encode(wordsOf(around.after))}` : '';
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${before}${text}${after}`;
}

function placesOf(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); part && at >= 0 && found.length < 100; at = text.indexOf(part, at + 1))
    found.push(at);
  return found;
}

/** Most words taken of each side. */
const MOST = 8;

/**
 * What tells `quote` from its like in `page`, a page's visible text; null where it is the only one or the first is meant.
 * `near` is the quotation with what its own paragraph has before and after it.
 */
export function aroundIn(page: string, quote: string, near: Around): Around | null {
  // Browsers look without regard to case.
  const text = flat(page).toLowerCase();
  const words = wordsOf(quote.toLowerCase());
  const needle = (words.length > LONG ? words.slice(0, ENDS) : words).join(' ');
  const places = placesOf(text, needle);
  if (places.length < 2) return null;
  const before = wordsOf(near.before);
  const after = wordsOf(near.after);
  const whole = words.join(' ');
  for (let n = 2; n <= MOST; n++) {
    const around = { before: before.slice(-n).join(' '), after: after.slice(0, n).join(' ') };
    const bits = [around.before.toLowerCase(), whole, around.after.toLowerCase()];
    // Without regard to spaces: a paragraph's end is no space on the page, nor is the quotation mark before a quote.
    const found = placesOf(text.replaceAll(' ', ''), bits.join('').replaceAll(' ', ''));
    if (found.length === 1) return around.before || around.after ? around : null;
    if (found.length === 0 || n >= Math.max(before.length, after.length)) break;
  }
  return null;
}

const BLOCK =
  'p, li, blockquote, h1, h2, h3, h4, h5, h6, td, th, dd, dt, figcaption, div, section, article, main, body';

/** The nearest text outside `block`, before or after it, that a reader sees. */
function besides(block: Element, way: 'previousNode' | 'nextNode'): string {
  const walker = block.ownerDocument.createTreeWalker(
    bodyOf(block.ownerDocument) ?? block,
    4 /* NodeFilter.SHOW_TEXT */,
  );
  walker.currentNode = block;
  for (let node = walker[way](); node; node = walker[way]()) {
    const parent = node.parentElement;
    if (block.contains(node) || !node.nodeValue?.trim() || !parent || parent.closest('script, style, noscript'))
      continue;
    if (parent.checkVisibility?.() !== false) return node.nodeValue;
  }
  return '';
}

/** As `aroundIn`, for the words that `range` holds in its own document. Lays the page out: on the reader's press only. */
export function aroundOf(range: Range): Around | null {
  const start = range.startContainer;
  const document = start.ownerDocument;
  const block = (start.nodeType === 1 ? (start as Element) : start.parentElement)?.closest(BLOCK);
  if (!document || !block?.contains(range.endContainer)) return null;
  const side = document.createRange();
  side.selectNodeContents(block);
  side.setEnd(range.startContainer, range.startOffset);
  const before = side.toString().trim() || besides(block, 'previousNode');
  side.selectNodeContents(block);
  side.setStart(range.endContainer, range.endOffset);
  const after = side.toString().trim() || besides(block, 'nextNode');
  const body = bodyOf(document);
  // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered counts, as for the browser's own search
  return aroundIn(body?.innerText ?? body?.textContent ?? '', range.toString(), { before, after });
}
