import { describe, expect, it } from 'vitest';
import { markCandidates, readPage, readPageSliced } from '@/lib/article';
import { runNow } from '@/lib/article/slice';
import { walk } from '@/lib/article/walk';
import { nameFields } from '../named-fields';
import { article, dom, FILLER, HREF, hazard, seen, texts } from './dom';

const CLAIM = 'Kelmore said that its AI assistant does the work of 700 support agents.';
const page = (name: string) => readPage(dom(hazard(name)).window.document, { href: HREF });

describe('what is never read', () => {
  it.each([
    ['navigation', `<nav><p>${CLAIM}</p></nav>`],
    ['an aside', `<aside><p>${CLAIM}</p></aside>`],
    ['a footer', `<footer><p>${CLAIM}</p></footer>`],
    ['a form', `<form><p>${CLAIM}</p></form>`],
    ['a button', `<p><button>${CLAIM}</button></p>`],
    ['a text area', `<textarea>${CLAIM}</textarea>`],
    ['a data table', `<table><thead><tr><th>Who</th></tr></thead><tr><td>${CLAIM}</td></tr></table>`],
    ['preformatted code', `<pre><code>${CLAIM}</code></pre>`],
    ['an editable element', `<div contenteditable><p>${CLAIM}</p></div>`],
    ['an editable element, spelled out', `<div contenteditable="plaintext-only"><p>${CLAIM}</p></div>`],
    ['a text box by role', `<div role="textbox"><p>${CLAIM}</p></div>`],
    ['a code editor', `<div class="cm-editor"><div>${CLAIM}</div></div>`],
    ['a dialog', `<dialog open><p>${CLAIM}</p></dialog>`],
    ['a log', `<div role="log"><p>${CLAIM}</p></div>`],
    ['hidden text', `<p hidden>${CLAIM}</p>`],
    ['inert text', `<div inert><p>${CLAIM}</p></div>`],
    ['text not displayed', `<p style="display:none">${CLAIM}</p>`],
    ['text made invisible', `<p style="color: red; visibility: hidden">${CLAIM}</p>`],
    ['text for screen readers', `<p class="sr-only">${CLAIM}</p>`],
    ['decoration', `<span aria-hidden="true">${CLAIM}</span>`],
    ['a closed details', `<details><summary>More</summary><p>${CLAIM}</p></details>`],
    ['a cookie banner', `<div class="cookie-banner"><p>${CLAIM}</p></div>`],
    ['comments', `<div id="comments"><p>${CLAIM}</p></div>`],
    ['a newsletter box', `<div class="newsletterSignup"><p>${CLAIM}</p></div>`],
    ['related stories', `<div class="related-articles"><p>${CLAIM}</p></div>`],
    ['what one should read next', `<div class="read-more"><p>${CLAIM}</p></div>`],
    ['a teaser card', `<div><h3><a href="#">Another story about lamps</a></h3><p>${CLAIM}</p></div>`],
    ['a caption of three words', '<figure><figcaption>An AI assistant</figcaption></figure>'],
    ['a byline', '<p>By Rowan Pell</p>'],
    ['a date', '<p>March 4, 2026</p>'],
    ['a sign-up line', '<p>Sign up for our AI newsletter</p>'],
    ['a related link', '<p><a href="#">Kelmore hires an AI assistant</a></p>'],
    ['forward-looking statements', `<h2>Forward-looking statements</h2><p>${CLAIM}</p>`],
    [
      'boilerplate',
      `<p>This text holds forward-looking statements; actual results may differ materially. ${CLAIM}</p>`,
    ],
    ['a footnote mark', '<p>Another word on the lamps of the north stair<sup>[4]</sup></p>'],
    ['a footnote mark in its link', '<p>Lamps in 9 of 10<a href="#fn12"><sup>12</sup></a> stairs burn at night</p>'],
    [
      'scripts and styles',
      `<script>"${CLAIM}"</script><style>/* ${CLAIM} */</style><noscript><p>${CLAIM}</p></noscript>`,
    ],
    ['our own host', `<peel-margin><p>${CLAIM}</p></peel-margin>`],
  ])('%s', (_what, markup) => {
    const found = article(
      `<article><h1>Board meets</h1>${FILLER}${markup}<h2>Other business</h2>${FILLER.replaceAll('board', 'council').replaceAll('Members', 'They')}</article>`,
    );
    expect(texts(found).length).toBeGreaterThanOrEqual(5);
    expect(texts(found).join('\n')).not.toMatch(/AI assistant|Rowan|March|newsletter|\[4\]|\^/);
  });
});

describe('headers', () => {
  it('leaves a site header and reads an article header', () => {
    const found = article(
      `<header><p>${CLAIM}</p></header><article><header><h1>Board meets</h1><p>The board had a short meeting.</p></header>${FILLER}</article>`,
    );
    expect(texts(found).slice(0, 2)).toEqual(['Board meets', 'The board had a short meeting.']);
    expect(texts(found)).not.toContain(CLAIM);
  });
});

describe('what is read', () => {
  it.each([
    ['a paragraph', `<p>${CLAIM}</p>`],
    ['a bare block', `<div>${CLAIM}</div>`],
    ['a list item', `<ul><li>${CLAIM}</li></ul>`],
    ['a quotation', `<blockquote>${CLAIM}</blockquote>`],
    ['an open details', `<details open><summary>More</summary><p>${CLAIM}</p></details>`],
    ['a long caption', `<figure><figcaption>${CLAIM}</figcaption></figure>`],
    ['a layout table', `<table><tr><td><p>${CLAIM}</p></td></tr></table>`],
    ['a custom element', `<story-text>${CLAIM}</story-text>`],
    ['a wrapper that boasts of a sidebar', `<div class="with-sidebar has-comments no-ads"><p>${CLAIM}</p></div>`],
    ['text hidden from screen readers by a dialog', `<div aria-hidden="true"><p>${CLAIM}</p></div>`],
    [
      'text across inline elements',
      `<p>Kelmore <b>said</b> that <a href="#">its <i>AI</i> assistant</a> does the work of 700 support agents.</p>`,
    ],
    ['text across a line break', '<p>Kelmore said that its AI assistant<br>does the work of 700 support agents.</p>'],
    [
      'text with wild white space',
      `<p>\n  Kelmore\tsaid that its&nbsp;AI\n\n assistant   does the work of 700 support agents.\n</p>`,
    ],
    [
      'text with soft hyphens',
      '<p>Kel\u00admore said that its AI as\u00adsistant does the work of 700 sup\u200bport agents.</p>',
    ],
    [
      'text in inline code',
      '<p>Kelmore said that its <code>AI</code> assistant does the work of 700 support agents.</p>',
    ],
  ])('%s', (_what, markup) => {
    const found = article(`<article><h1>Board meets</h1>${FILLER}${markup}</article>`);
    const passage = found.page.passages.find((p) => p.text === CLAIM);
    expect(passage, texts(found).join('\n')).toBeDefined();
    const range = found.locate(passage!.index, { start: 0, end: CLAIM.length });
    const plain = (s: string | null) => s?.replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, '');
    expect(plain(range!.toString())).toBe(plain(CLAIM));
  });

  it.each([
    ['a power of ten', 'some 10<sup>25</sup> operations', 'some 10^25 operations'],
    ['a power of ten set apart', 'some <b>10</b><sup>25</sup>', 'some 10^25'],
    ['a footnote behind a ten', 'the first 10<sup>2</sup> of them', 'the first 10 of them'],
    ['a footnote that is a link', 'the first 10<sup><a href="#n">25</a></sup> of them', 'the first 10 of them'],
    ['a footnote behind another number', 'since 2010<sup>25</sup>', 'since 2010'],
  ])('%s', (_what, markup, words) => {
    const found = article(`<article>${FILLER}<p>Kelmore counted ${markup}, as it said to the board.</p></article>`);
    const text = texts(found).at(-1)!;
    expect(text).toBe(`Kelmore counted ${words}, as it said to the board.`);
    const range = found.locate(2, { start: 'Kelmore counted '.length, end: text.indexOf(', as') })!;
    for (const mark of range.commonAncestorContainer.ownerDocument!.querySelectorAll('sup'))
      if (!words.includes('^')) mark.remove();
    expect(seen(range)).toBe(words.replace('^', ''));
  });

  it('knows roles and what introduces what', () => {
    const found = article(
      `<article><h1>Kelmore hires nobody</h1><p class="standfirst">The firm explains itself at some length.</p>${FILLER}` +
        '<h2>What it does</h2><p>The assistant does the following:</p><ul><li>answers letters</li><li>files the letters</li></ul>' +
        '<h2>What it costs</h2><ul><li>nothing at all</li></ul><blockquote>“We are pleased,” it said.</blockquote></article>',
    );
    const of = (text: string) => found.page.passages.find((p) => p.text.startsWith(text))!;
    expect(of('Kelmore hires').role).toBe('headline');
    expect(of('The firm explains').role).toBe('standfirst');
    expect(of('What it does').role).toBe('heading');
    expect(of('answers').role).toBe('item');
    expect(of('answers').leadIn).toBe(of('The assistant does').index);
    expect(of('files').leadIn).toBe(of('The assistant does').index);
    expect(of('nothing').leadIn).toBe(of('What it costs').index);
    expect(of('“We are').role).toBe('quote');
    expect(found.page.passages.map((p) => p.index)).toEqual([...found.page.passages.keys()]);
  });

  it('puts a large figure and its words together', () => {
    const found = article(
      `<main><h1>Kelmore</h1>${FILLER}<div><div><b>62%</b></div><div>increase in letters answered after six months</div></div></main>`,
    );
    const passage = found.page.passages.find((p) => p.text.startsWith('62%'))!;
    expect(passage.text).toBe('62% increase in letters answered after six months');
    expect(seen(found.locate(passage.index, { start: 0, end: 12 }))).toBe('62%increase');
  });

  it('reads the entries of a live blog, whose headings lead to themselves', () => {
    const entries = (href: string) =>
      ['lamps', 'stairs', 'divers', 'minutes']
        .map(
          (what) =>
            `<div class="entry"><h2><a href="${href}${what}">What the board says of ${what}</a></h2><p>Kelmore told the board that AI counts its ${what}.</p></div>`,
        )
        .join('');
    const read = (href: string) => texts(article(`<article><h1>Board meets</h1>${FILLER}${entries(href)}</article>`));
    for (const href of ['#', `${HREF}?post=4#`, '/business/kelmore#'])
      expect(read(href)).toContain('Kelmore told the board that AI counts its divers.');
    for (const href of ['/', '/business/pellworth#'])
      expect(read(href)).not.toContain('Kelmore told the board that AI counts its divers.');
  });

  it('takes no heading of the publisher’s below the text for the headline', () => {
    const { document } = dom(
      `<html lang="en"><head><title>Kelmore hires nobody - The Courier</title></head><body><main><div>${FILLER}<h2>Other business</h2>` +
        `<p>${CLAIM}</p></div><div><h1>A message from Ada Quill, co-founder of The Courier:</h1><p>Support us, for AI is all ours.</p></div></main></body></html>`,
    ).window;
    const found = readPage(document, { href: HREF });
    expect(found.page.passages.map(({ role }) => role)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
  });

  it('takes the heading below an announcement for the headline, whatever the title says', () => {
    const { document } = dom(
      '<html lang="en"><head><title>Kelmore</title></head><body><main><p>New this week: we have raised fifty million to go on building the thing.</p>' +
        `<h1>Hire your first digital worker today</h1>${FILLER}<p>${CLAIM}</p></main></body></html>`,
    ).window;
    const { passages } = readPage(document, { href: HREF }).page;
    expect(passages.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph']);
  });

  it.each([
    ['in a box of its own', '<div class="x1"><h3>Sign up for our newsletter</h3><p>AI in your hand.</p></div>', true],
    ['in an element of its own', '<div><div><h3>Most popular</h3></div><div>AI in your hand.</div></div>', true],
    ['with nothing around it', '<h3>Recommended for you</h3><p>AI in your hand.</p>', false],
    ['alone in its element', '<div><h3>Recommended for you</h3></div><p>AI in your hand.</p>', false],
    ['that is only related', '<div class="x1"><h3>Related</h3><p>AI in your hand.</p></div>', true],
    ['that shares its element with one line', '<div><h3>Comments</h3><p>AI in your hand.</p></div>', false],
  ])('what follows clutter %s', (_where, clutter, read) => {
    const found = article(`<article><h1>Board meets</h1>${FILLER}${clutter}<p>${CLAIM}</p></article>`);
    expect(texts(found).includes(CLAIM)).toBe(read);
    expect(texts(found).join()).not.toContain('in your hand');
  });

  const LETTER = [
    'KELMORE OPENS ITS ASSISTANT TO ALL',
    '',
    'Harrow Quay, 4 May. Kelmore said on Monday that its AI assistant does the work of 700',
    'support agents, and that it has done so since the spring of the year before last.',
    '  ',
    'The firm was asked for the figures behind the sum, and said that they would be in the',
    'report that is to be published in the autumn, once the auditors have been to see it.',
    '',
    'Nobody on the board could say what the 700 had done before, or where they are now, and',
    'the meeting went on to the lamps on the north stair, which are out again.',
  ].join('\n');

  it('reads an article that is one preformatted text; blank lines divide it', () => {
    const found = article(`<pre>${LETTER}</pre>`);
    expect(texts(found)).toEqual(LETTER.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ')));
    for (const { index, sentences, text } of found.page.passages)
      for (const span of sentences) expect(seen(found.locate(index, span))).toBe(text.slice(span.start, span.end));
  });

  it('reads preformatted text with links in it', () => {
    const found = article(`<pre>${LETTER.replace('report', '<a href="/files/report-2031.pdf">report</a>')}</pre>`);
    const passage = found.page.passages.find(({ text }) => text.includes('report'))!;
    expect(passage.links?.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['report']);
    for (const span of passage.sentences)
      expect(seen(found.locate(passage.index, span))).toBe(passage.text.slice(span.start, span.end));
  });

  it.each([
    ['code in an article', `<pre><code>${LETTER}</code></pre>`],
    ['a program', `<pre>${'if (a &lt; b) { return the_answer(a); } // to the point of it all\n'.repeat(20)}</pre>`],
    ['a letter quoted in an article', `<pre>${LETTER}</pre>${FILLER}${FILLER.replaceAll('p>', 'div>')}`],
  ])('leaves %s alone', (_what, markup) => {
    const long = '<p>The divers found nothing, and said so at some length in the room above the tide office.</p>';
    const more = Array.from({ length: 12 }, (_, i) => long.replace('nothing', `nothing ${i} times`)).join('');
    const all = texts(article(`<article>${FILLER}${more}${markup}</article>`)).join('\n');
    expect(all).toMatch(/breakwater/);
    expect(all).not.toMatch(/700|the_answer/);
  });

  it.each([
    ['according to<a href="/x">Kelmore</a>in a note', 'according to Kelmore in a note'],
    ['Ada Quill told<a href="/x">The Courier</a>that it works', 'Ada Quill told The Courier that it works'],
    ['as was seen in<a href="/x">Leeds</a>yesterday', 'as was seen in Leeds yesterday'],
    [
      'it was the<a href="/x">study</a>, they said,<a href="/y">which nobody read</a>',
      'it was the study, they said, which nobody read',
    ],
    ['It works.<a href="/x">Kelmore</a> said so', 'It works. Kelmore said so'],
    [
      'all of its <a href="/x">chatbot</a>s and <a href="/y">Kelmore</a>’s lamps',
      'all of its chatbots and Kelmore’s lamps',
    ],
    ['the un<a href="/x">supervised</a> <b>i</b>nitial of <a href="/z">GPT</a>-4', 'the unsupervised initial of GPT-4'],
    ['(<a href="/x">Kelmore</a>) and “<a href="/y">Vantrell</a>”', '(Kelmore) and “Vantrell”'],
  ])('gives back spaces lost at links: %s', (markup, text) => {
    const found = article(`<article>${FILLER}<p>On Monday the board met, ${markup}.</p></article>`);
    const passage = found.page.passages.find((p) => p.text.startsWith('On Monday'))!;
    expect(passage.text).toBe(`On Monday the board met, ${text}.`);
    const range = found.locate(passage.index, { start: 0, end: passage.text.length });
    expect(range?.toString().replaceAll(' ', '')).toBe(passage.text.replaceAll(' ', ''));
    const [link] = passage.links ?? [];
    if (link) expect(seen(found.locate(passage.index, link))).toBe(passage.text.slice(link.start, link.end));
  });

  it('says which words link to a source', () => {
    const found = article(
      `<article>${FILLER}<p>A <a href="https://lab.example/papers/halo-2031.pdf">study by <i>the lab</i></a> and <a href="https://kelmore.example/">Kelmore</a>, says <a href="#note">a note</a>.</p></article>`,
    );
    const passage = found.page.passages.find((p) => p.text.startsWith('A study'))!;
    expect(passage.links?.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['study by the lab']);
    expect(found.page.passages.filter((p) => p.links)).toEqual([passage]);
  });

  it('splits two line breaks into two passages', () => {
    const found = article(
      `<article><div>${CLAIM}<br><br>Nobody asked why the lamps on the north stair are out again.</div>${FILLER}</article>`,
    );
    expect(texts(found)).toContain(CLAIM);
  });

  it('sets apart words that layout sets apart', () => {
    const found = article(
      `<article>${FILLER}<h2><span>Business</span><span>Kelmore hires an assistant</span></h2><p>It is the first of its kind in the town, the firm said.</p></article>`,
    );
    expect(texts(found)).toContain('Business Kelmore hires an assistant');
  });
});

describe('hazard pages', () => {
  it.each([
    'csp.html',
    'hydration.html',
    'infinite-scroll.html',
    'hostile.html',
    'z-index.html',
    'fixed-header.html',
    'transforms.html',
    'columns.html',
    'rtl.html',
    'dark.html',
    'narrow.html',
    'iframes.html',
    'body-replaced.html',
    'late-layout.html',
  ])('%s is read whole, and nothing else of it', (name) => {
    const { page: text } = page(name);
    expect(text.passages[0]!.role).toBe('headline');
    const all = text.passages.map((p) => p.text).join('\n');
    expect(all).toMatch(/does the work of \d+ full-time/);
    expect(all).toMatch(/gave no figures for complaints/);
    expect(all).not.toMatch(/toothbrush|Chat with us|since 1888|Rowan/);
    expect(text.passages.length).toBeLessThanOrEqual(8);
    expect(text.language).toBe('en');
    expect(markCandidates(text)).toBeGreaterThanOrEqual(4);
  });

  it('leaves editors alone', () => {
    const all = texts(page('editors.html')).join('\n');
    expect(all).toMatch(/Lumeric said/);
    expect(all).not.toMatch(/Kelmore/);
  });

  it('reads only the article among clutter', () => {
    const found = page('clutter.html');
    const all = texts(found).join('\n');
    expect(all).not.toMatch(/Kelmore/);
    expect(all).toMatch(/Pellworth/);
    expect(all).toMatch(/never takes a break/);
    expect(all).toMatch(/letters\.csv/);
  });

  it('reads broken markup', () => {
    const found = page('broken.html');
    expect(texts(found).join('\n')).toMatch(/its AI adviser now does the work of 120 claims handlers/);
    expect(texts(found).join('\n')).not.toMatch(/Kelmore/);
  });

  it.each(['empty.html', 'no-article.html'])('%s has nothing to read', (name) => {
    const { page: text } = page(name);
    expect(text.passages).toEqual([]);
    expect(markCandidates(text)).toBe(0);
  });

  it.each([
    ['french.html', 'fr'],
    ['french-declared-english.html', 'und'],
  ])('%s is not English', (name, language) => {
    const { page: text } = page(name);
    expect(text.language).toBe(language);
    expect(markCandidates(text)).toBe(0);
  });

  it('makes nothing of a boastful page without AI', () => {
    const { page: text } = page('plain.html');
    expect(text.passages.length).toBeGreaterThan(3);
    expect(markCandidates(text)).toBe(0);
  });

  it('leaves hidden text alone', () => {
    const all = texts(page('hidden.html')).join('\n');
    expect(all).not.toMatch(/never sleeps|700 support|120 claims/);
  });

  it('walks nested open shadow roots and slots in the order of reading, and no closed ones', () => {
    const { window } = dom(hazard('shadow.html'));
    attach(window.document);
    const found = readPage(window.document, { href: HREF });
    const all = texts(found);
    const at = (pattern: RegExp) => all.findIndex((t) => pattern.test(t));
    expect(at(/700 full-time/)).toBeGreaterThanOrEqual(0);
    expect(at(/two-thirds/)).toBeGreaterThan(at(/700 full-time/));
    expect(at(/closed 2% lower/)).toBeGreaterThan(at(/two-thirds/));
    expect(at(/every bank/)).toBeGreaterThan(at(/closed 2% lower/));
    expect(all.join('\n')).not.toMatch(/Lumeric/);
    for (const passage of found.page.passages) {
      const range = found.locate(passage.index, { start: 0, end: passage.text.length });
      expect(seen(range)).toBe(passage.text);
    }
  });

  it('reads 5,000 paragraphs in slices, the same as at once', async () => {
    const { document } = dom(hazard('long.html'), { scripts: true }).window;
    const whole = readPage(document, { href: HREF });
    expect(whole.page.passages.length).toBe(5001);
    // Around a hundred claims: the plain reporting between them is not sent to be read.
    expect(markCandidates(whole.page)).toBeLessThan(800);
    let slices = 0;
    const count = setInterval(() => slices++, 0);
    const sliced = await readPageSliced(document, { href: HREF }, { budgetMs: 2 });
    clearInterval(count);
    markCandidates(sliced.page);
    expect(sliced.page).toEqual(whole.page);
    expect(slices).toBeGreaterThan(2);
  });
});

it('says at which address it was read, query and fragment included', () => {
  const href = `${HREF}?id=2#/news/2`;
  expect(article(FILLER, href)).toMatchObject({ href, page: { address: HREF } });
});

it('reads a page in a form whose fields are called as what is asked of it', () => {
  const { document } = dom(
    `<!doctype html><html lang="en"><body><form><h1>The board meets at last</h1>${CLAIM}${FILLER}<p>See <a href="/2026/a-report-on-it">it</a>.</p></form>`,
  ).window;
  const read = () => texts(readPage(document, { href: HREF }));
  const before = read();
  expect(before).toContain(CLAIM);
  nameFields(document.querySelector('form')!, ['contains', 'closest', 'matches', 'children']);
  expect(read()).toEqual(before);
});

describe('a page that changes while the walk pauses', () => {
  const NUMBERS = Array.from({ length: 60 }, (_, n) => `Paragraph ${n}.`);

  /** The blocks of a page of paragraphs and small elements, of which `change` is given those when the walk pauses first. */
  function walked(change: (small: Element[]) => void): string[] {
    const paragraphs = NUMBERS.map((text) => `<p>${text}</p><i></i>`).join('');
    const { document } = dom(`<article>${paragraphs}</article><footer></footer>`).window;
    const work = walk(document.body);
    expect(work.next().done).toBe(false);
    change([...document.querySelectorAll('i')]);
    return runNow(work).blocks.map(({ text }) => text);
  }

  it('is read to its end, whichever small node leaves meanwhile', () => {
    for (const n of NUMBERS.keys()) {
      expect(walked((small) => small[n]!.remove())).toEqual(NUMBERS);
      expect(walked((small) => small[n]!.ownerDocument.querySelector('footer')!.append(small[n]!))).toEqual(NUMBERS);
    }
    expect(walked((small) => small.forEach((node) => void node.remove()))).toEqual(NUMBERS);
  });

  it('is not read where it has left', () => {
    const left = walked((small) => small.forEach((node) => void node.previousElementSibling?.remove()));
    expect(left.length).toBeGreaterThan(10);
    expect(left).toEqual(NUMBERS.slice(0, left.length));
    expect(left.length).toBeLessThan(NUMBERS.length);
  });
});

describe('bad input', () => {
  it.each([
    ['no body', '<html></html>', (d: Document) => d.body.remove()],
    ['no root', '', (d: Document) => d.documentElement.remove()],
    ['frames', '<frameset><frame></frameset>', () => undefined],
  ])('%s', (_what, markup, harm) => {
    const { document } = dom(markup).window;
    harm(document);
    expect(readPage(document, { href: 'about:blank' }).page.passages).toEqual([]);
  });

  it('takes any address', () => {
    for (const href of ['', 'nonsense', 'about:blank', 'data:text/html,x', 'https://[', 'file:///page.html']) {
      expect(() => article(FILLER, href)).not.toThrow();
    }
    expect(article(FILLER, 'https://www.courier.example/a/b?c=d#e').page).toMatchObject({
      address: 'https://www.courier.example/a/b',
      host: 'courier.example',
    });
  });

  it('is not brought down by very deep markup', () => {
    const depth = 1000;
    const { document } = dom('').window;
    let at: Element = document.body;
    for (let i = 0; i < depth; i++) at = at.appendChild(document.createElement('div'));
    for (let i = 0; i < 5; i++)
      at.appendChild(document.createElement('p')).append(`${CLAIM} Again, for the ${i}th time of asking.`);
    expect(readPage(document, { href: HREF }).page.passages).toHaveLength(5);
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    controller.abort(new Error('gone'));
    const { document } = dom(FILLER).window;
    await expect(readPageSliced(document, { href: HREF }, { signal: controller.signal })).rejects.toThrow('gone');
  });

  it('does not touch the page', () => {
    const jsdom = dom(hazard('clutter.html'));
    const before = jsdom.serialize();
    const found = readPage(jsdom.window.document, { href: HREF });
    for (const p of found.page.passages) for (const s of p.sentences) found.locate(p.index, s);
    expect(jsdom.serialize()).toBe(before);
  });
});

function attach(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const mode = template.getAttribute('shadowrootmode') as ShadowRootMode;
    const shadow = template.parentElement!.attachShadow({ mode });
    shadow.append(template.content);
    template.remove();
    attach(shadow);
  }
}

describe('a page that names its own things', () => {
  it.each([
    '<form name="body"><img name="title"></form>',
    '<iframe name="body"></iframe><form name="title"></form>',
    '<img name="body"><img name="body"><object name="title"></object>',
    '<img name="body"><img name="links">',
  ])('as the browser calls its document’s parts is read all the same: %s', (named) => {
    const { document } = dom(
      `<html lang="en"><head><title>Kelmore and its help</title></head><body>${named}<article>${FILLER}<p>${CLAIM}</p>${FILLER}</article></body></html>`,
    ).window;
    expect(document.body).not.toBe(document.querySelector('body'));
    const { page: read } = readPage(document, { href: HREF });
    expect(read.title).toBe('Kelmore and its help');
    expect(read.passages.some(({ text }) => text.includes(CLAIM))).toBe(true);
  });
});
