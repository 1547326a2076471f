import { describe, expect, it } from 'vitest';
import { article, FILLER } from './dom';

const story = (title: string, heading = 'h1') => `<article><${heading}>${title}</${heading}>${FILLER}</article>`;
/** What each story after the first begins with. */
const begins = (body: string) => {
  const { page } = article(body);
  return page.stories?.map((start) => page.passages[start]?.text);
};

describe('stories of one page', () => {
  it('begin with a first heading in an article element of their own', () => {
    const first = `<article><p class="kicker">Ports and harbours, a weekly letter on all that floats and some that does not.</p><h1>Orbis buys its ferry</h1>${FILLER}<h1>Why now</h1></article>`;
    expect(begins(first + story('Kelmore sells its ferry').replaceAll('harbour', 'river'))).toEqual([
      'Kelmore sells its ferry',
    ]);
  });
  it('may follow one whose heading stands above its article', () =>
    expect(
      begins(
        `<main><h1>Orbis buys its ferry</h1><article>${FILLER}</article>${story('Kelmore sells its ferry').replaceAll('harbour', 'river')}</main>`,
      ),
    ).toEqual(['Kelmore sells its ferry']));
  it.each([
    ['one story', story('Orbis buys its ferry')],
    [
      'posts of a live blog',
      `<main><h1>The ferry, live</h1>${FILLER}${story('It casts off', 'h2')}${story('It is back', 'h2')}</main>`,
    ],
    [
      'an article within the article',
      `<article><h1>Orbis buys its ferry</h1>${FILLER}<article><h1>What the board said of it</h1><p>The board said that it had nothing to say of it until the divers have been.</p></article></article>`,
    ],
    [
      'teasers',
      `<main><h1>Orbis buys its ferry</h1>${FILLER}<article><h1><a href="/2">Kelmore sells its ferry</a></h1><p>The river board met on Monday to hear the report.</p></article></main>`,
    ],
    ['first headings without articles', `<main><h1>Orbis buys its ferry</h1>${FILLER}<h1>What it cost</h1></main>`],
  ])('are not: %s', (_, body) => expect(begins(body)).toEqual([]));
});
