import { describe, expect, it } from 'vitest';
import { parsePack } from '@/lib/satire';
import { readHouse } from '@/lib/satire/house';
import { lint, twins } from '@/lib/satire/lint';
import { assignFrames, shapeOf } from '@/lib/satire/pack/shape';
import fc from '../property';

const HEAD = 'pack: mine\nwriter: R. Margin\nlanguage: en-US\n# for nobody else\n\n';
const GOOD = `${HEAD}== labour-equivalence: chatbot ==      # kind and topic

# a note to colleagues
roast, dialogue, dry
needs: number
— Can I talk to a person? — You are talking to {number}. — Can I talk to one? — No.

roast, literalise
needs: number, workers ~ translator or interpreter     # ~ means "is about"
weight: 3
when: claim says "call" or "chat"
unless: claim says "union" or "strike"
frame: lost
quoted: no
"Lost in translation": formerly an idiom, currently {number} {workers}.

== accuracy-reliability ==

eyebrow, number_inversion
needs: percent from 60 to 99
{percent}% accurate. 100% sure (today / tomorrow / on request).
`;

const errors = (text: string) => parsePack(text, 'x.pack.txt').problems.filter((p) => p.severity === 'error');
const joke = (text: string, fields = 'eyebrow, understatement') =>
  `${HEAD}== capability-superlative ==\n\n${fields}\n${text}\n`;

describe('parsePack', () => {
  it('takes a soft hyphen, and signs over Arabic figures', () => {
    const text = joke('{co} turned round, super\u00ADcalifragilistically, as verse \u06DD1 has it.');
    expect(parsePack(text, 'x.pack.txt').problems).toEqual([]);
  });

  it('reads what a writer writes', () => {
    const { pack, problems } = parsePack(GOOD, 'x.pack.txt');
    expect(problems).toEqual([]);
    expect(pack!.name).toBe('mine');
    expect(pack!.lines).toHaveLength(3);
    const [dialogue, idiom, sum] = pack!.lines;
    expect(dialogue).toMatchObject({
      topic: 'chatbot',
      level: 'roast',
      shape: 'dialogue',
      tone: 'dry',
      rated: 3.5,
      at: 9,
    });
    expect(idiom!.text).toBe('“Lost in translation”: formerly an idiom, currently {number} {workers}.');
    expect(idiom!.conditions).toEqual([
      { test: 'slot', slot: 'n', not: false },
      { test: 'about', slot: 'workers', words: ['translator', 'interpreter'], not: false },
      { test: 'says', words: ['call', 'chat'], not: false },
      { test: 'says', words: ['union', 'strike'], not: true },
    ]);
    expect(idiom).toMatchObject({ rated: 3.7, frame: 'lost', quotes: false });
    expect(sum!.texts).toHaveLength(3);
    expect(sum!.conditions).toHaveLength(2);
  });

  it.each([
    ['needs: has:face scan or id|or leave near match or', ['face scan or id', 'or leave'], ['match or']],
    ['needs: has:lead NEAR convert', ['lead'], ['convert']],
    ['needs: claim says "more or less" or plan', ['more or less', 'plan']],
    ['when: the claim says "near miss" or "close near"', ['near miss', 'close near']],
    ['when: claim says “more or less” or "plan"', ['more or less', 'plan']],
    ['needs: workers ~ "search or rescue" or nurse', ['search or rescue', 'nurse']],
    ['needs: workers~nurse|doctor', ['nurse', 'doctor']],
    ['needs:  has:  face   scan   near   id', ['face scan'], ['id']],
    ['when: the   claim   says   "face   scan"', ['face scan']],
  ])('leaves the “or” of a phrase in: %s', (field, words, near?: string[]) =>
    expect(
      parsePack(joke('{co} turned.', `roast, literalise\n${field}`), 'x').pack!.lines[0]!.conditions,
    ).toMatchObject([{ words, ...(near && { near }) }]),
  );

  it('reads Windows line ends and a byte-order mark', () =>
    expect(parsePack(`\uFEFF${GOOD.replace(/\n/g, '\r\n')}`, 'x').pack!.lines).toHaveLength(3));

  it.each([
    ['"Soon" is a "date."', '“Soon” is a “date.”'],
    ['*"Soon" is measured in moons.', '*“Soon” is measured in moons.'],
    ["(\"Soon\") — 'soon' — isn't.", '(“Soon”) — ‘soon’ — isn’t.'],
  ])('sets the marks of %s as a printer would', (typed, printed) => {
    expect(parsePack(joke(typed), 'x').pack!.lines[0]!.text).toBe(printed);
  });

  it('keeps a line’s id when lines are added before and after', () => {
    const more = GOOD.replace('# a note to colleagues', 'roast, understatement\nneeds: n\nThe {n} are early.\n').concat(
      '\neyebrow, hedge\nneeds: hedge\nLate, {hedge}.\n',
    );
    const before = parsePack(GOOD, 'x').pack!.lines.map((l) => l.id);
    const after = parsePack(more, 'x').pack!.lines.map((l) => l.id);
    for (const id of before) expect(after).toContain(id);
    expect(after).toHaveLength(before.length + 2);
  });

  type Bad = [name: string, text: string, line: number, says: RegExp];
  const BAD: Bad[] = [
    ['an unknown slot', joke('The {worm} turned.'), 8, /no slot “worm”/],
    ['a slot in a slot', joke('The {co{n}} turned.'), 8, /slot inside a slot/],
    ['an open brace', joke('The {co turned.'), 8, /without its }/],
    ['a stray brace', joke('The co} turned.'), 8, /without its {/],
    ['an unknown helper', joke('The {co|shout} turned.'), 8, /no helper “shout”/],
    ['nothing but slots', joke('{co} {n}'), 8, /say something of its own/],
    [
      'a helper on a count that is written out',
      joke('The {2:person|cap} turned.'),
      8,
      /“{2:person|cap}”: .*helper “cap”/,
    ],
    ['no joke', joke(''), 8, /no joke/],
    ['slots and marks alone', joke('“{co}”: {product}!'), 8, /say something of its own/],
    ['alternates that leave nothing', joke('({co} / {product}).'), 8, /say something of its own/],
    ['words to quote that no condition names', joke('“{said|cap}.”'), 8, /no condition says which/],
    [
      'words to quote out of a gap',
      joke('“{said}” it is.', 'roast, literalise\nneeds: has:turns*into'),
      8,
      /no condition says which/,
    ],
    [
      'words to quote out of the first of two conditions, which has a gap',
      joke('“{said}” it is.', 'roast, literalise\nneeds: has:turns*into, has:gold'),
      8,
      /no condition says which/,
    ],
    ['HTML', joke('Click <b>here</b>, {co}.'), 8, /HTML/],
    ['an entity', joke('{co} &amp; sons.'), 8, /HTML/],
    ['a control character', joke('{co} rang the \u0007.'), 8, /control/],
    ['a script', joke('{co} <script>alert(1)</script> turned.'), 8, /HTML/],
    ['an unclosed tag', joke('{co} turned <img src=x onerror=alert(1)>.'), 8, /HTML/],
    ['a comment tag', joke('{co} <!-- turned --> back.'), 8, /HTML/],
    ['a zero-width space', joke('{co} turned\u200B.'), 8, /control/],
    ['an escape sequence', joke('{co} turned \u001B[31mred.'), 8, /control/],
    ['a hidden direction mark', joke('{co} went \u202Eback.'), 8, /control/],
    ['the direction mark of Arabic', joke('{co} went \u061Cback.'), 8, /control/],
    ['letters that nobody sees', joke('{co} turned\u{E0068}\u{E0069}.'), 8, /control/],
    ['an unknown level', joke('{co} turned.', 'loud, understatement'), 8, /not a level/],
    ['an unknown mechanism', joke('{co} turned.', 'roast, shouting'), 8, /not a mechanism/],
    ['an unknown condition', joke('{co} turned.', 'roast, literalise\nneeds: moon'), 8, /no slot or sign “moon”/],
    ['a bound turned round', joke('{co} turned.', 'roast, literalise\nneeds: !n>=50'), 8, /“!n>=50” is not understood/],
    [
      'a range turned round',
      joke('{co} turned.', 'roast, literalise\nneeds: !pct from 60 to 99'),
      8,
      /“!pct from 60 to 99” is not understood/,
    ],
    ...['when: n>=50', 'unless: gone', 'when: the claim does not say "union"', 'when: claim says "a" near "bank"'].map(
      (field): Bad => [
        `what “when:” does not understand: ${field}`,
        joke('{co} turned.', `roast, literalise\n${field}`),
        8,
        /write: claim says/,
      ],
    ),
    [
      'a bound that is no number',
      joke('{co} turned.', 'roast, literalise\nneeds: n>=50%'),
      8,
      /“n>=50%” is not understood/,
    ],
    ['a key without a name', joke('{co} turned.', 'roast, literalise\nneeds: key='), 8, /“key=” names no word/],
    ['an empty trigger', joke('{co} turned.', 'roast, literalise\nneeds: has:'), 8, /names no word/],
    ['a mechanism that is no name of ours', joke('{co} turned.', 'roast, constructor'), 8, /not a mechanism/],
    ['a helper that is no name of ours', joke('The {co|constructor} turned.'), 8, /no helper “constructor”/],
    [
      'a text as long as a file',
      joke('1. On and 2. on and\n'.repeat(2_000)),
      8,
      /the joke has 39999 characters; 1000 are the most/,
    ],
    ['too many alternates', joke('{co} (a / b / c) (a / b / c).'), 8, /six alternates/],
    ['a rating of nine', joke('{co} turned.', 'roast, literalise\nrated: 9'), 8, /rated/],
    ['a weight of nine', joke('{co} turned.', 'roast, literalise\nweight: 9'), 8, /weight/],
    [
      'an unknown kind',
      `${HEAD}== moonshine ==\n\nroast, literalise\n{co} turned.\n`,
      6,
      /no kind of claim “moonshine”/,
    ],
    ['a joke before any heading', 'roast, literalise\n{co} turned.\n', 1, /before the first/],
    ['the same joke twice', `${joke('{co} turned.')}\neyebrow, hedge\n{co} turned.\n`, 11, /same joke as on line 8/],
    [
      'an end note without its part',
      `${HEAD}== endnote ==\n\nonion, reader_aside\nGone.\n`,
      8,
      /write endnote: tally, callback/,
    ],
    ['an unknown second kind', joke('{co} turned.', 'roast, literalise\nalso: moonshine'), 8, /no kind of claim/],
  ];
  it.each(BAD)('refuses the whole pack for %s, and says where', (_, text, line, says) => {
    const { pack, problems } = parsePack(text, 'x.pack.txt');
    expect(pack).toBeNull();
    const found = problems.find((p) => says.test(p.text));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found!.line).toBe(line);
  });

  it('refuses files that are no packs', () => {
    expect(errors('x'.repeat(10_000_000))[0]!.text).toMatch(/10\.0 MB/);
    expect(errors('\uFFFD\uFFFDp')[0]!.text).toMatch(/UTF-8/);
    expect(errors('p\0a\0c\0k\0')[0]!.text).toMatch(/UTF-16/);
    const latin1 = new TextDecoder('utf-8').decode(Uint8Array.from([0x70, 0x61, 0x63, 0x6b, 0x3a, 0x20, 0xe9, 0x0a]));
    expect(errors(latin1)[0]!.text).toMatch(/UTF-8/);
    const utf16 = new TextDecoder('utf-8').decode(Uint8Array.from([0xff, 0xfe, 0x70, 0x00, 0x61, 0x00]));
    expect(errors(utf16)[0]!.text).toMatch(/UTF-(?:8|16)/);
    expect(parsePack('x'.repeat(10_000_000), 'x').pack).toBeNull();
    expect(errors('')[0]!.text).toMatch(/no joke/);
    expect(errors('pack: mine\n')[0]!.text).toMatch(/no joke/);
    expect(errors('{"json": true}').length).toBeGreaterThan(0);
  });

  it('refuses a pack whole for one bad joke among many, and the packs already there keep working', () => {
    const good = Array.from(
      { length: 50 },
      (_, i) => `eyebrow, understatement\nneeds: co\nNumber ${i} is what {co} said.\n`,
    );
    const text = `${HEAD}== capability-superlative ==\n\n${good.join('\n')}\nroast, literalise\nThe {worm} turned.\n`;
    const { pack, problems } = parsePack(text, 'x.pack.txt');
    expect(pack).toBeNull();
    expect(problems.filter((p) => p.severity === 'error')).toHaveLength(1);
    expect(problems[0]!.line).toBe(text.split('\n').findIndex((l) => l.startsWith('roast')) + 1);
    expect(readHouse().problems).toEqual([]);
    expect(readHouse().pack.lines.length).toBeGreaterThan(1000);
  });

  it('refuses a line that is too long, with all that hangs on it', () => {
    const long = 'a'.repeat(1_989);
    const text = `${HEAD}== deal ==

roast, literalise
needs: has:${long}
{co} turned once.

roast, literalise
needs: has:${long}
needs: has:${long}bcd
{co} turned twice.

== launch == ${' '.repeat(2_000)}#

roast, literalise
{co} turned thrice.
`;
    const { pack, rest, problems } = parsePack(text, 'x');
    expect(pack).toBeNull();
    expect(rest?.lines.map((line) => line.text)).toEqual(['{co} turned once.']);
    expect(problems.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '14 the line has 2003 characters; 2000 are the most',
      '17 the line has 2014 characters; 2000 are the most',
    ]);
    expect(errors(`writer: ${long}${long}\n${joke('{co} turned.')}`).map(({ line }) => line)).toEqual([1]);
    expect(errors(`#${long}${long}\n${joke('{co} turned.')}`)).toEqual([]);
  });

  it('cuts the names of a pack and its writer, which stand in a list and in the id of each line', () => {
    const { pack } = parsePack(
      joke('{co} turned.').replace(/^.*\n.*/, `pack: \u0007${'x'.repeat(900)}\nwriter: ${'y'.repeat(900)}`),
      'x',
    );
    expect([pack!.name, pack!.writer]).toEqual(['x'.repeat(60), 'y'.repeat(60)]);
    expect(pack!.lines[0]!.id).toMatch(/^x{60}\/capability-superlative#/);
    const onion = '🧅'.repeat(90);
    expect(parsePack(joke('{co} turned.').replace('mine', onion), 'x').pack!.name).toBe('🧅'.repeat(60));
    expect(parsePack(joke('{co} turned.').replace('mine', `x${onion}`), 'x').pack!.name.isWellFormed()).toBe(true);
    expect(parsePack(joke('{co} turned.').replace('mine', '\u200B'), `${'f'.repeat(90)}.txt`).pack!.name).toBe(
      'f'.repeat(60),
    );
  });

  it.each([
    ['== deal: a == b ==', 'a == b'],
    ['== deal: # 1 ===   # 2 ==', '# 1'],
    ['=====deal:a=b== #', 'a=b'],
    ['== deal: =c==', '=c'],
  ])('reads the heading %s', (heading, topic) => {
    const { pack, problems } = parsePack(joke('{co} turned.').replace(/==.*==/, heading), 'x');
    expect([problems, pack?.lines[0]?.section, pack?.lines[0]?.topic]).toEqual([[], 'deal', topic]);
  });

  it.each(['====', '=====  # none', '== =='])('finds no kind in the heading %s', (heading) =>
    expect(errors(joke('{co} turned.').replace(/==.*==/, heading)).map((p) => p.text)).toEqual([
      'there is no kind of claim “”',
    ]),
  );

  it.each(['== deal', '===', '=', '== deal == or'])('takes %s for no heading', (line) =>
    expect(parsePack(joke(`{co} turned.\n${line}`), 'x').pack?.lines[0]?.text).toBe(`{co} turned. ${line}`),
  );

  it('lists every mistake with its own line', () => {
    const text = `${HEAD}== capability-superlative ==\n\nroast, literalise\nThe {worm} turned.\n\nroast, shouting\n{co} turned <b>red</b>.\n\n== moonshine ==\n\nroast, literalise\n{co} turned.\n`;
    const found = parsePack(text, 'x.pack.txt').problems.filter((p) => p.severity === 'error');
    expect(found.map((p) => p.line)).toEqual([8, 11, 11, 14]);
  });

  it('says once what is wrong with a joke for several kinds, and takes its own kind among them for no second joke', () => {
    const also = 'roast, literalise\nalso: launch|deal|capability-superlative';
    expect(errors(joke('The {worm} turned (back / away).', also)).map((p) => p.text)).toEqual([
      '“{worm}”: there is no slot “worm”',
    ]);
    const { pack, problems } = parsePack(joke('{co} turned.', also), 'x');
    expect(problems).toEqual([]);
    expect(pack!.lines.map(({ id }) => id.replace(/#.*/, ''))).toEqual([
      'mine/capability-superlative',
      'mine/launch',
      'mine/deal',
    ]);
    expect(lint(parsePack(joke('{co} turned!', also), 'x').pack!).map((p) => p.text)).toEqual(['an exclamation mark']);
  });

  it('lists all that is wrong, and stops listing', () => {
    const many = `${HEAD}== capability-superlative ==\n\n${'eyebrow, nothing\n{worm}\n\n'.repeat(500)}`;
    expect(errors(many).length).toBeLessThan(210);
  });

  it('never throws', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) =>
        Array.isArray(parsePack(`${HEAD}== any ==\n\n${text}`, 'x').problems),
      ),
    ));

  it('comes to an end of lines of nothing but signs, and of a list that never gets to 3', () => {
    expect(parsePack(`${HEAD}== any ==\n\n${`${'='.repeat(1_990)}b\n`.repeat(200)}`, 'x').pack).toBeNull();
    expect(shapeOf('literalise', '1. 2. '.repeat(5_000))).toBe('statement');
    expect(shapeOf('literalise', 'By 1. and 1. it is 2. so 3. on')).toBe('list');
  });

  // Where the work grew with the square of the file, this would run into the time limit of a test.
  it('comes to an end of a file of nothing but openings', () => {
    const big = `${HEAD}== any ==\n\n${'('.repeat(100_000)} ${'{'.repeat(100_000)} ${'“'.repeat(100_000)} ${'a|'.repeat(100_000)}`;
    expect(parsePack(big, 'x').pack).toBeNull();
  });
});

describe('lint', () => {
  it('advises on style without refusing', () => {
    const { pack } = parsePack(joke('What could go wrong at {co}! Ask {co}.'), 'x');
    const said = lint(pack!)
      .map((p) => p.text)
      .join(' | ');
    expect(said).toMatch(/stale/);
    expect(said).toMatch(/exclamation/);
    expect(said).toMatch(/last word/);
  });

  it.each([
    ['{said2} is never filled', 'needs: has:lead', '{co} turned {said2}.'],
    ['{said2} is never filled', 'needs: has:lead, has:turn*over', '{co} turned {said2}.'],
    ['{claimed} is never filled', 'needs: has:lead', '{co} turned {claimed}.'],
    ['{nkinds} is never filled', '', '{co} turned {nkinds} times.'],
    ['workers>=3 never holds', 'needs: workers>=3', '{co} turned.'],
    ['nkinds>=3 never holds', 'needs: nkinds>=3', '{co} turned.'],
    ['said never holds', 'needs: said', '{co} turned.'],
    ["co's never holds", "needs: company's", '{co} turned.'],
    ['n==5 never holds', 'needs: n==5', '{co} turned.'],
    ['n=5000 never holds', 'needs: n=5000', '{co} turned.'],
    ['259 characters beside', '', `{co} ${'turned '.repeat(37)}`],
    ['', 'needs: has:lead near turn, key=saves time', '{co} turned {said2} {claimed}.'],
    ['', 'needs: has:lead\nwhen: claim says "turn"', '{co} turned.'],
    ['', 'needs: years>=3, n=5,000, year=2026, !said', `{co} ${'turned '.repeat(33)}`],
  ])('says that a joke is never told: %s', (says, field, text) => {
    const { pack, problems } = parsePack(joke(text, `roast, literalise\n${field || 'note: none'}`), 'x');
    expect(problems).toEqual([]);
    const never = lint(pack!).filter((p) => /never/.test(p.text));
    expect(never.map((p) => p.text.replace(/[“”]/g, '').slice(0, says.length || undefined))).toEqual(
      says ? [says] : [],
    );
  });

  it('says so of an answer to no word, and of a headline with too many', () => {
    const words = 'In this town, sixteen clocks are said by {co} to have turned an hour too late.';
    const text = `${HEAD}== buzzword ==\n\nroast, literalise\nIt turned.\n\n== headline ==\n\nonion, headline_unspin\n${words}\n`;
    expect(lint(parsePack(text, 'x').pack!).map((p) => `${p.line} ${p.text}`)).toEqual([
      '8 nothing calls this joke, so it is never told; name a word in its heading',
      '13 16 words; a headline has 14 at the most, so this one is never told',
    ]);
  });

  it('names, with its line, each word that names nothing, and refuses nothing for it', () => {
    const text = `${HEAD}== labour-equivalence: chatbots ==

roast, hedge
needs: kind=lunch|launch, key=saves tiem
Somebody answers {co}.

== endnote: chatbot ==

roast, hedge
neds: hedge
Somebody asks {co}.

== labour-equivalence: chatbot ==

roast, hedge
topic: code
needs: key=saves time
Correction: there was nobody at {co}.
`;
    const { pack, problems } = parsePack(text, 'x');
    expect([problems, pack?.lines.length]).toEqual([[], 3]);
    const found = lint(pack!, new Set(['saves time'])).filter(({ text: said }) => /is not a /.test(said));
    expect(found.map(({ line, text: said }) => `${line} ${said.split(',')[0]}`)).toEqual([
      '8 “chatbots” is not a topic',
      '8 “lunch” is not a kind',
      '8 “saves tiem” is not a key',
      '14 “chatbot” is not a topic',
      '14 “neds:” is not a field',
    ]);
  });

  it.each([
    ['Need', true],
    ['Unles', true],
    ['Correction', false],
    ['Wanted', false],
    ['Then', false],
    ['Shame', false],
  ])('takes “%s:” at the beginning of a joke for a slip of a field: %s', (word, slip) =>
    expect(lint(parsePack(joke(`${word}: {co} and others.`), 'x').pack!).map(({ fault }) => fault.name)).toEqual(
      slip ? ['field'] : [],
    ),
  );
});

describe('two coats of one joke', () => {
  const joke = (text: string) => `\neyebrow, understatement\nneeds: co\n${text}\n`;
  const pack = (...texts: string[]) =>
    parsePack(`pack: mine\n\n== any ==\n${texts.map(joke).join('')}`, 'mine.pack.txt').pack!;
  it('are named to the writer: they would never meet on a page', () => {
    const pairs = twins(
      pack(
        '{co} bought a boat and named it after the quarter.',
        'In May {co} sold one and named it after the quarter.',
      ),
    );
    expect(pairs.map(([line, earlier]) => [line.at, earlier.at])).toEqual([[9, 5]]);
  });
  it('are not two jokes in letters that English does not have', () => {
    const jokes = pack('Шутка первая, совсем иная чем другая.', 'Вторая не похожа ни на что на свете.').lines;
    assignFrames(jokes);
    expect(new Set(jokes.map(({ frame }) => frame)).size).toBe(2);
  });
  it('are not two jokes that only share a subject', () =>
    expect(
      twins(pack('{co} bought a boat for the whole office.', 'The harbor has asked {co} about the flag.')),
    ).toEqual([]));
});
