import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SATIRE } from '@/lib/cli/corpus';
import type { Kind } from '@/lib/model';
import { write } from '@/lib/satire';
import { housePack } from '@/lib/satire/house';
import { sensitiveTopicIn, sensitivityOf } from '@/lib/satire/sensitive-topics';
import { missing } from '../missing';
import { pageOf, type Told } from './fixtures';

const NONE = [
  'The inquest heard that the boy had died after the app told him to run.',
  'Two soldiers were wounded when the drone strikes began.',
  'Its scanner finds tumors that surgeons miss.',
  'The tool was used to make nude images of classmates.',
  'The reviewers heard bank details read out and saw naked people walk past the camera of the glasses.',
  'Flood victims can apply with the AI form.',
  'A translator, who is 61, wept when the email came.',
  'The match led to a wrongful arrest, the suit says.',
  // What looks like a figure of speech, and is none.
  'The vigil came a week after the mass shooting in Riverton.',
  'He was found dead last Tuesday.',
  'A man who relied on the app died in March.',
  'The death of Appleton’s founder was announced at noon.',
  'They mourn the death of the app developer.',
  'The blast killed Italian aid staff.',
  'Fire killed off-duty staff at the depot.',
  'The crash killed the app developer on the spot.',
  'The man held 40 people hostage for an hour.',
  'Its filter is meant for child abuse detection.',
  'The earthquake in Turkey cut the lines.',
  'The suit blames a fatal error by the dosing system.',
  'The man behind the project is dead.',
  // Other words for the same.
  'Nine workers lost their lives.',
  'Forty perished before the alarm was raised.',
  'The storm claimed 30 lives.',
  'The invasion began at dawn.',
  'The robotaxi dragged a pedestrian for twenty feet.',
  'It drafts letters for people with multiple sclerosis.',
  'An explosion at the plant broke every window.',
  'The company apologized for the tragic loss of life.',
  'The executive was gunned down outside the hotel.',
  'A guard opened fire on the crowd.',
  'Officers shot at protesters from the roof.',
  'Friends of the slain executive spoke.',
  'The suit says that she was strangled.',
  'He strangled a woman and asked the chatbot what to do.',
  'A journalist was beheaded.',
  'The drowning of two boys led to the recall.',
  'She miscarried a week later.',
  'Their son was stillborn.',
  'The posts called for ethnic cleansing.',
  'The app matched her with a sex offender.',
  'The bot wrote stories of incest.',
  'He fell into a coma after the dose was changed.',
  'The patient lies in the ICU on a ventilator.',
  'His leg was amputated.',
  'It predicts heart disease from a scan of the eye.',
  'The model screens for tuberculosis and malaria.',
  'It finds lymphoma early.',
  'The company’s founder died in a coma on Friday.',
  'The company said the man killed had been in a coma.',
  // What papers say of it on any day.
  'The bot told him to kill himself, and urged users to kill themselves.',
  'Some users talk of wanting to kill themselves over a breakup.',
  'Kids are being groomed on a game platform with chatbots.',
  'The bot made photos of actresses without any consent.',
  'The tool helped the army identify new targets in Ukraine.',
  'The tool picked targets for assassination in Lebanon.',
  'Patients will die for lack of care.',
  'Patients could die if the model is wrong, nurses warn.',
  'The guard was crushed to death at the depot.',
  'The tool finds children who are being groomed online.',
  'Orbis helps women who were trafficked.',
  'The girls had been trafficked across two borders.',
  'The bot put women into bikinis without consent, at scale.',
  'He used the assistant to stalk his ex-wife.',
  'The cobalt for the chips is dug by child labor.',
  'Police shot a man after the camera raised a false alert.',
  'He was shot twice by the robot’s guard.',
  'Lethal drones will be more capable than ever.',
  'The platform makes the army’s kill chain faster.',
  'The model can design a bioweapon.',
  'The army let the system pick targets in Ukraine.',
  'Orbis sold the same software for use in Gaza.',
  'Orbis says it has switched off what a military unit had used to read the calls of Palestinians.',
  'A driverless car ran over a girl in Riverton.',
  'A worker was crushed by the AI-guided robot arm.',
  'The robot crushed a worker on its first day.',
  'He shot up a school after months of talk with the bot.',
  'They took 12 passengers hostage to demand ransom.',
];
const FINE = [
  'Search will be the killer app for agents.',
  'Traffic shot up after they added a kill switch.',
  'Setting it up is dead simple.',
  'The keynote demo bombed and the assistant crashed.',
  'In the war for talent, bleeding-edge labs pay well.',
  'The old chatbot reaches end of life in May.',
  'The price rise holds our files hostage, customers say.',
  'There is no conflict of interest, said the price-war veteran.',
  'A flood of requests followed; the deadline is Friday.',
  'Nuclear power plants will feed the data center.',
  'Email is dead, the founder likes to say.',
  'The project died with the budget, and the deal died on Friday.',
  'It came in dead last on the leaderboard.',
  'They called it the death of the spreadsheet.',
  'The camera is made for shooting in low light.',
  'There was an explosion in the use of chatbots, and an earthquake in the industry.',
  'Critics call it an invasion of privacy.',
  'The team killed the feature, then killed it again.',
  'The build ends with a fatal error on line nine.',
  'Is your roadmap held hostage to a vendor? Yes - the web is dying.',
  '“AI strategy dies quickly,” she says.',
  'The new policy adds abuse monitoring for API keys.',
  'It halves the waste of perishable food.',
  'The robotaxi firm hits 20 million riders.',
  'The message hit 300 people at the right time.',
  'He warns of an intelligence explosion, she of a Cambrian explosion in robotics.',
  'Middle managers are the first casualties of AI.',
  'Readers complain of an invasion of AI slop.',
  'The menu ends decision paralysis for staff paralyzed by too many tools.',
  'The scheduler ends GPU starvation.',
  'The team won by a landslide, and the agents took on a life of their own.',
  'Passkeys are the death of passwords, and killed the projects of three rivals.',
  'The update cuts fatal errors by 40%.',
  'The vendor holds customers hostage with its pricing.',
  'Builders are strangled by red tape and drowning in paperwork; hype is drowned out.',
  'The founder opened fire on critics, then on OpenAI.',
  'The IPO market woke from its coma, and lunch ended in a food coma.',
  'The dragon is slain, and the startup takes a shot at them all.',
  'The project was stillborn.',
  'The web of deals between the labs grows ever more incestuous.',
  'It runs all day without loss of battery life.',
  'The robot turns a steak over an open fire in a comatose restaurant market.',
  'The script will kill the process, and an idle agent may kill itself.',
  'Old laptops will die, and people would die on that hill.',
  'She was groomed as his successor, and had been groomed to lead the unit.',
  'It watches heavily trafficked pages, and people on highly trafficked roads.',
  'We never train on customer data without consent.',
  'The tool is a stalking horse for the cloud unit, with a bean stalk for a logo.',
  'Enterprises are held hostage to vendor pricing, and customers feel hostage to legacy systems.',
  'Sign-ups shot up the App Store charts, and hotel prices shot up the house price index.',
  'Tickets have been groomed and stories estimated by the agent.',
  'Photos of your artwork were used to train AI without consent.',
  'Founded in Ukraine, the firm suggests sales targets automatically.',
  'She shot the drivers an email; the workers were shot by photographer Dana Osei.',
  'Our agent crushed a head-to-head benchmark.',
  'People would die for this feature, and most would rather die than fill in a form. Do not kill yourself over slides.',
  'The deal is a shot in the arm; they shot a film people loved, and the best shot a man could hope for.',
  'The people in it were shot with a new camera.',
  'A lethal combination of price and speed crushed the benchmark.',
  'Workers were crushed by paperwork.',
  'The cyber unit breaks the kill chain of hackers.',
  'Orbis has found target customers in Ukraine.',
  'Shares shot up a third, and the app shot up the charts.',
  'The firm is hostage to Orbis, and its budget held hostage to the roadmap.',
];

describe('sensitiveTopicIn', () => {
  it.each(NONE)('keeps jokes away from: %s', (text) => expect(sensitiveTopicIn(text)).not.toBeNull());
  it.each(FINE)('is not fooled by: %s', (text) => expect(sensitiveTopicIn(text)).toBeNull());
});

const told = {
  kind: 'safety-responsibility',
  sentence: 'Orbis says that safety is its top priority and its safeguards are robust.',
  slots: { actor: 'Orbis' },
} as const;

describe('sensitivityOf', () => {
  it('closes the page to jokes when the headline is sensitive', () => {
    const { page } = pageOf([told], { title: 'Teenager died after chatbot advice' });
    expect(sensitivityOf(page).room).toBe('straight-face');
    expect(sensitivityOf(page).topic).toBe('death');
  });

  it('hushes a sensitive paragraph and its neighbors, not the page', () => {
    const { page, reading } = pageOf([told, told, told, told, told], {}, 0);
    page.passages[2]!.text += ' The lawsuit says the boy was killed.';
    const report = write(page, reading);
    expect(report.room).toBe('open');
    expect(report.straight.map((s) => s.jokes)).toEqual([false, false, false, true, true]);
    expect(report.straight[0]!.why).not.toBeNull();
    for (const edition of Object.values(report.editions))
      for (const note of edition.notes) expect(report.straight[note.claim]!.jokes).toBe(true);
  });

  it('takes attackers for programs where their paragraph is about computer security', () => {
    const { page, reading } = pageOf([told], {}, 0);
    page.passages[1]!.text += ' Orbis says its AI platform stops attackers in seconds. Ransomware is up.';
    const [claim] = reading.claims;
    const quote = 'Orbis says its AI platform stops attackers in seconds.';
    expect(sensitiveTopicIn(quote)).not.toBeNull();
    expect(sensitivityOf(page).of({ ...claim!, quote })).toBeNull();
  });

  it('gives no note on a page it closes, and still a question', () => {
    const { page, reading } = pageOf([told], { title: 'Police investigate murder linked to app' });
    const report = write(page, reading);
    expect(report.room).toBe('straight-face');
    expect(report.roomReason).not.toBeNull();
    expect(report.editions.onion).toEqual({ level: 'onion', notes: [], headline: null, end: null });
    expect(report.straight[0]!.question).not.toBe('');
  });
});

/** What the safety traps ask, row by row, in sentences of our own: the kind that the reader would call the claim, and what may stand there. */
const ROWS: [expected: 'none' | 'straight' | 'eyebrow' | 'joke', why: string, kind: Kind, text: string][] = [
  [
    'none',
    'death',
    'safety-responsibility',
    'Court papers say that the girl told the companion app about self-harm weeks before she died.',
  ],
  [
    'none',
    'death and product',
    'agentic-autonomy',
    'In May a cyclist was killed by an autonomous truck that Orbis was testing.',
  ],
  [
    'none',
    'illness',
    'accuracy-reliability',
    'The suit says that the model refused cover to elderly patients who were recovering from a stroke.',
  ],
  [
    'none',
    'abuse, minors',
    'safety-responsibility',
    'Regulators say that the video model made sexualized images of minors.',
  ],
  [
    'none',
    'illness that a product finds',
    'accuracy-reliability',
    'Orbis says that its AI finds nine in ten pulmonary embolisms in the scans it is shown.',
  ],
  [
    'none',
    'people to be deported',
    'deal',
    'Orbis has signed a contract to supply AI for immigration enforcement across three states.',
  ],
  ['none', 'war', 'agentic-autonomy', 'The army chose air strikes with an AI targeting system during the war.'],
  ['none', 'disaster', 'pricing-access', 'Orbis gave its AI maps away for free to relief workers after the hurricane.'],
  [
    'none',
    'consent',
    'capability-superlative',
    'The most advanced of these apps undress people in pictures without their consent.',
  ],
  [
    'none',
    'suicide of a worker',
    'labour-equivalence',
    'A data labeler at the firm took her own life after a year of grading violent clips.',
  ],
  [
    'none',
    'terrorism',
    'accuracy-reliability',
    'The assistant gave accurate answers that the attacker followed, police say.',
  ],
  [
    'none',
    'protected group',
    'accuracy-reliability',
    'The accurate face match led to a Black woman being jailed for six days.',
  ],
  [
    'none',
    'private person',
    'workforce-reduction',
    'One of the agents replaced by AI, who is 47, said he wept when his badge stopped working.',
  ],
  [
    'none',
    'health emergency',
    'human-parity',
    'The model finds sepsis four hours before doctors do, a trial in two hospitals showed.',
  ],
  [
    'straight',
    'a worker speaks',
    'labour-equivalence',
    '“I taught the system that does my job,” said one of the laid-off editors.',
  ],
  ['eyebrow', 'health product', 'productivity-gain', 'Medrow says that its AI scribe saves doctors 80 minutes a day.'],
  ['eyebrow', 'minors as users', 'adoption-scale', 'Every student in the city will get an AI tutor, Orbis announced.'],
  ['joke', 'killer app', 'future-promise', 'Agents will be the killer app of next year, the head of Orbis said.'],
  [
    'joke',
    'kill switch, shot up',
    'labour-equivalence',
    'Orbis said its assistant does the work of 700 agents, and that sign-ups shot up after it added a kill switch.',
  ],
  ['joke', 'dead simple', 'capability-superlative', 'Orbis says its new platform makes powerful AI dead simple.'],
  [
    'joke',
    'bleeding edge, war for talent',
    'capability-superlative',
    'Bleeding-edge labs will win the war for talent with the most powerful models, Orbis said.',
  ],
  [
    'joke',
    'end of life',
    'strategy-reversal',
    'Orbis will retire its assistant, which reaches end of life in May, and hire people again.',
  ],
  [
    'joke',
    'bombed, crashed',
    'accuracy-reliability',
    'The demo bombed when the reliable assistant crashed three times on stage.',
  ],
  ['joke', 'hostage', 'pricing-access', 'Customers say that the free plan holds their files hostage, Orbis concedes.'],
  ['none', 'a mixed page', 'safety-responsibility', 'Sued by the family, the company said that safety comes first.'],
  [
    'none',
    'a private victim',
    'accuracy-reliability',
    'The accurate chatbot misled a woman who was flying to the funeral of her father.',
  ],
];
const DRY = [
  'plain_translation',
  'number_inversion',
  'arithmetic',
  'hedge',
  'missing_object',
  'understatement',
  'false_analogy',
  'literalise',
  'category_demotion',
];

describe('the rooms where jokes do not belong', () => {
  const lineOf = new Map(housePack().lines.map((line) => [line.id, line]));
  it.each(ROWS)('%s: %s', (expected, _, kind, sentence) => {
    // Read four times with what was seen remembered, so that no row is obeyed by luck.
    const recent = { lines: [] as string[], frames: [] as string[], shapes: [] };
    const notes = [1, 2, 3, 4].flatMap(() => {
      const { page, reading } = pageOf([{ kind, sentence, slots: { actor: 'Orbis' } }]);
      const report = write(page, reading, { recent });
      const all = Object.values(report.editions).flatMap((e) => e.notes);
      recent.lines.push(...all.map((note) => note.line));
      recent.frames.push(...all.map((note) => note.frame));
      const silent = expected === 'none' || expected === 'straight';
      expect(report.straight[0]!.jokes).toBe(!silent);
      expect(report.straight[0]!.question).not.toBe('');
      if (silent) expect(report.editions.onion).toMatchObject({ notes: [], headline: null, end: null });
      if (silent) expect(report.straight[0]!.why ?? report.roomReason).not.toBeNull();
      return all;
    });
    if (expected === 'none' || expected === 'straight') expect(notes).toEqual([]);
    else expect(notes.length).toBeGreaterThan(0);
    if (expected === 'eyebrow')
      for (const note of notes) {
        expect(DRY).toContain(note.mechanism);
        expect(lineOf.get(note.line)!.level).toBe('eyebrow');
      }
  });

  it('is hushed as a whole where illness runs through it, and not where it is met twice', () => {
    const ill: Told = { ...told, after: 'The scan of one in ten shows a pulmonary embolism.' };
    const about = pageOf([ill, told, ill, told, ill, told], {}, 0);
    expect(write(about.page, about.reading).room).toBe('straight-face');
    const twice = pageOf([ill, told, told, told, told, ill], {}, 0);
    expect(write(twice.page, twice.reading).room).toBe('open');
    expect(write({ ...twice.page, title: 'Three uses of AI in healthcare' }, twice.reading).room).toBe('straight-face');
  });

  it('keeps a joke off the neighbor of a sensitive paragraph', () => {
    const { page, reading } = pageOf([told, { ...told, after: 'Her family says that she died.' }, told], {}, 0);
    const report = write(page, reading);
    expect(report.straight.map((s) => s.jokes)).toEqual([false, false, false]);
  });
});

const TRAPS = join(SATIRE, 'safety_traps.tsv');
const untrapped = missing('the safety traps', TRAPS);
describe.skipIf(untrapped)('the safety traps', () => {
  const rows = untrapped
    ? []
    : readFileSync(TRAPS, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t') as [string, string, string, string]);
  it('obeys every row that wants no joke', () => {
    const missed = rows.filter(
      ([, expected, , text]) => /none|straight_face/.test(expected) && !sensitiveTopicIn(text),
    );
    expect(missed.map((r) => r[0])).toEqual([]);
  });
  it('raises at most one false alarm', () => {
    const alarms = rows.filter(
      ([, expected, , text]) => /joke_ok|eyebrow_only/.test(expected) && sensitiveTopicIn(text),
    );
    expect(alarms.length, alarms.map((r) => r[0]).join(' ')).toBeLessThanOrEqual(1);
  });
  it('keeps health and education to Raised Eyebrow lines', () => {
    const gentle = rows.filter(([, expected]) => expected === 'eyebrow_only');
    expect(gentle.length).toBeGreaterThan(0);
    for (const [, , , text] of gentle) {
      const { page, reading } = pageOf([{ kind: 'societal-benefit', sentence: text, slots: { actor: 'Orbis' } }]);
      for (const edition of Object.values(write(page, reading).editions))
        for (const note of edition.notes) expect(DRY).toContain(note.mechanism);
    }
  });
});

describe('hostile text', () => {
  // Where the work grew with the square of the text, each of these would run into the time limit of a test.
  it.each(['sued ', 'child ', '“I ', 'safety ', 'was laid off ', 'demo hold '])(
    'comes to an end of %j, 40,000 times',
    (word) => {
      expect(sensitiveTopicIn(word.repeat(40_000))).toBeNull();
    },
  );

  it('comes to an end of a word without end beside a quotation', () => {
    expect(sensitiveTopicIn(`“I am here” ${'a'.repeat(400_000)}`)).toBeNull();
  });
});
