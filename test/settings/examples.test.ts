import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { KINDS } from '@/lib/model';
import { KIND_EXAMPLES } from '@/lib/settings';
import { encoder } from '../claims/network';
import { pageFixture } from '../page-fixture';

describe('the example of each kind', () => {
  it.each(KINDS)('of %s is marked, as that or with that in mind', async (kind) => {
    const { claims } = await read(pageFixture([KIND_EXAMPLES[kind]]), encoder, { density: 'all' });
    expect(claims).toHaveLength(1);
    expect(claims[0]?.kinds.map((likely) => likely.kind)).toContain(kind);
  });

  it.each(KIND_SPECS)('of $id is one that its own file is tested with', ({ id, hits }) => {
    expect(hits).toContain(KIND_EXAMPLES[id]);
  });
});
