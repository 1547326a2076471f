import { useEffect, useRef, useState } from 'preact/hooks';
import { FORMATS, type Format, fileOf, textOf } from '@/lib/ledger/file';
import type { LedgerRow } from '@/lib/ledger/rows';
import { type Sheet, sheetOf } from '@/lib/ledger/sheet';
import { t, tCount } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import { copyText, download } from '@/lib/share/deliver';
import { tellTab } from '@/lib/tabs/start-in-tab';
import { useAct } from '../use-act';

interface Props {
  /** What is listed, in the order listed: that is what is exported. */
  rows: readonly LedgerRow[];
  tabId: number;
  /** The page's latest answer, from which `rows` are; stands in where it does not answer now. */
  status: PageStatus;
}

/** False where a page that moves on by itself answers for another article than the one that is listed. */
function isListed(answer: PageStatus, { address, href, claims }: PageStatus): boolean {
  const ids = new Set(claims.map(({ claim }) => claim.id));
  return answer.address === address && answer.href === href && answer.claims.some(({ claim }) => ids.has(claim.id));
}

/** The ways out of the ledger: a file or the clipboard, in one of three formats. */
export function Export({ rows, tabId, status }: Props) {
  const [format, setFormat] = useState<Format>('markdown');
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const { failure, act } = useAct();
  useEffect(() => {
    if (byHand) box.current?.select();
  }, [byHand]);
  const listed = rows.map(({ id }) => id).join();
  // What was made of another list, or in another format, is not what a press would give now.
  useEffect(() => {
    setSaid('');
    setByHand('');
  }, [format, listed]);

  const sheet = async (): Promise<Sheet> => {
    setSaid('');
    setByHand('');
    const answer = await tellTab(tabId, { type: 'peel:places' });
    return sheetOf(rows, answer && isListed(answer, status) ? answer : status, new Date());
  };
  /** What was done, and what is not in it. */
  const tell = (said: string, { rows }: Sheet) =>
    setSaid(format === 'annotations' && rows.some(({ place }) => !place) ? t('ledger_lacks', { said }) : said);
  const save = () =>
    act('save', async () => {
      const made = await sheet();
      const { name, blob } = await fileOf(made, format);
      download(blob, name);
      tell(t('ledger_downloaded', { name }), made);
    });
  const copy = () =>
    act('copy', async () => {
      const made = await sheet();
      const text = await textOf(made, format);
      if (await copyText(text)) return tell(t('ledger_copied'), made);
      setByHand(text);
      setSaid(t('ledger_by_hand'));
    });

  return (
    <section class="export" aria-labelledby="export">
      <h2 id="export">{tCount('ledger_take', rows.length)}</h2>
      <label for="format">{t('ledger_format')}</label>
      <select id="format" value={format} onChange={(event) => setFormat(event.currentTarget.value as Format)}>
        {FORMATS.map((each) => (
          <option key={each} value={each} selected={each === format}>
            {t(`ledger_format_${each}`)}
          </option>
        ))}
      </select>
      <div class="actions">
        <button type="button" class="button primary" onClick={save}>
          {t('ledger_download')}
        </button>
        <button type="button" class="button" onClick={copy}>
          {t('ledger_copy')}
        </button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
      <p class="problem" role="alert">
        {failure}
      </p>
      {byHand && <textarea ref={box} readOnly rows={5} value={byHand} aria-label={t('ledger_text')} />}
    </section>
  );
}
