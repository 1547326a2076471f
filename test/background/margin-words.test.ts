import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { marginWords } from '@/lib/background/margin-words';
import { bringWords, language, t } from '@/lib/locale';
import { KINDS } from '@/lib/model';
import { kindName } from '@/lib/settings/words';

afterEach(() => vi.restoreAllMocks());

describe('the words of a margin', () => {
  it('are all there, and once brought are not looked up again', () => {
    const values = { label: 'Future promise', quote: 'costs $1 and $9' };
    const say = () => [
      t('margin_label'),
      t('margin_moved', values),
      t('margin_note_on', values),
      t('margin_mark_on', values),
      t('margin_on', { quote: values.quote }),
      t('margin_note', { label: values.label }),
      t('margin_mark', { label: values.label }),
      ...[t('margin_headline'), t('margin_end'), t('margin_paper'), t('satire'), t('page_unheard'), language()],
      ...KINDS.map(kindName),
    ];
    const words = marginWords();
    expect(Object.values(words)).not.toContain('');
    const before = say();
    const looked = vi.spyOn(browser.i18n, 'getMessage');
    bringWords(words);
    expect(say()).toEqual(before);
    expect(looked).not.toHaveBeenCalled();
    expect(t('undo')).not.toBe('');
    expect(looked).toHaveBeenCalledOnce();
  });
});
