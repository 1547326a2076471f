import { escapePattern } from '@/lib/english/escape-pattern';
import { WIRES } from '@/lib/model';
import type { PageContext } from './context';
import { makerOf } from './lexicon/makers';
import { FIRMS, PRODUCTS } from './lexicon/names';
import { isNewsroom, labelsOf } from './lexicon/newsrooms';

const SUFFIX = /,? (?:Inc|Corp|Corporation|Ltd|LLC|plc|PLC|GmbH|AG|Holdings|SE)\.?$/;
/** Words of a site's name that are not the firm's: "Kelmore Newsroom", "Kelmore.com". */
const SITE =
  /\.(?:com|ai|io|org|net|dev|co|tech)\b.*$|\s+(?:official|newsroom|news|blog|blogs|press|resources|engineering|research|community|website|us|usa|uk|eu|global|developers?|docs|help|support)\b.*$/i;

/** A firm's name without the legal form. */
export const shortName = (name: string): string => name.replace(SUFFIX, '').trim();

const owners = new WeakMap<PageContext, string>();

/**
 * The firm whose own page it is, by the name that the text gives it: a site's address or title is no firm's name.
 * Empty on pages of newsrooms and press wires and where the text never names the house.
 */
export function ownerOf(context: PageContext): string {
  const known = owners.get(context);
  if (known !== undefined) return known;
  const name = context.house === 'company' ? shortName(search(context)) : '';
  owners.set(context, name);
  return name;
}

function search(context: PageContext): string {
  const { page } = context;
  if (WIRES.test(page.host) || isNewsroom(page.host)) return '';
  const labels = labelsOf(page.host);
  const body = context.spots
    .slice(0, 400)
    .map((s) => s.text)
    .concat(context.title)
    .join('\n');
  const publisher = (page.publisher ?? '')
    .split(/ [|\u2013\u2014:-] /)[0]!
    .replace(SITE, '')
    .trim();
  const known = [...FIRMS, ...PRODUCTS];
  for (const label of labels) {
    const firm = known.find((f) => f.toLowerCase().replace(/[^a-z0-9]/g, '') === label);
    if (firm) return makerOf(firm) || (FIRMS.find((f) => f.endsWith(` ${firm}`) && body.includes(f)) ?? firm);
  }
  for (const label of labels) {
    const forms = new Map<string, number>();
    for (const hit of `${body}\n${page.publisher ?? ''}`.matchAll(
      new RegExp(`\\b${escapePattern(label)}\\b(?!\\.\\w)`, 'gi'),
    ))
      if (/^[A-Z]/.test(hit[0])) forms.set(hit[0], (forms.get(hit[0]) ?? 0) + 1);
    const [best] = [...forms].sort((a, b) => b[1] - a[1]);
    if (best) return best[0];
  }
  return new RegExp(`\\b${escapePattern(publisher)}\\b`).test(body) || body.length < 2000 ? publisher : '';
}
