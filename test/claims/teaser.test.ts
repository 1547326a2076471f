import { describe, expect, it } from 'vitest';
import { isTeaser } from '@/lib/claims/teaser';

describe('a line that leads to another story', () => {
  it.each([
    'Halo cuts 900 jobs as it bets on agents Ada Quill 2 hours ago',
    'Orbis lands $40M to build assistants for dentistsAI- BYADA QUILL.4 HOURS AGO',
    'news### Kelmore Pay puts agents at the tillMar 24, 20267 mins',
    'How we taught an assistant to say no · 12 min read',
    'Halo sinks 10% Jo Marsh-Bell 48 mins ago Orbis and Kelmore sign a deal Lena Marchetti 3 hours ago More',
  ])('is one: %s', (text) => expect(isTeaser({ text })).toBe(true));

  it.each([
    'The firm launched its assistant 3 hours ago, and has paused it since.',
    'It cut 200 roles 12 days ago.',
    'Support now takes 2 minutes, down from 11.',
    'The report took 20 mins to write by hand in 2024.',
    'Posted 2 days ago by the firm, the notice takes half a minute to read and says nothing.',
  ])('is none: %s', (text) => expect(isTeaser({ text })).toBe(false));
});
