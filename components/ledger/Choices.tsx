import { useId } from 'preact/hooks';
import { type Choice, EVERYTHING, type LedgerRow, namesIn, ORDERS, type Order } from '@/lib/ledger/rows';
import { type PlainKey, t, tCount } from '@/lib/locale';

interface Props {
  /** All of the page. */
  rows: readonly LedgerRow[];
  /** How many of them are listed. */
  shown: number;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

const FAMILIES: [Choice['family'], PlainKey][] = [
  ['all', 'ledger_everything'],
  ['claim', 'ledger_claims'],
  ['announcement', 'ledger_announcements'],
];

/** What is listed, and in which order. */
export function Choices({ rows, shown, choice, onChoose }: Props) {
  const change = (part: Partial<Choice>) => onChoose({ ...choice, ...part });
  const names = namesIn(rows);
  // A kind that another page had stays chosen, and says why nothing is listed.
  if (choice.name && !names.some(({ name }) => name === choice.name)) names.push({ name: choice.name, count: 0 });
  const all = shown === rows.length;
  return (
    <search class="choices" aria-label={t('ledger_listed')}>
      <label class="wide">
        {t('ledger_search')}
        <input type="search" value={choice.text} onInput={(event) => change({ text: event.currentTarget.value })} />
      </label>
      <Select
        label={t('ledger_show')}
        value={choice.family}
        options={FAMILIES.map(([family, key]) => [family, t(key)])}
        onChoose={(family) => change({ family: family as Choice['family'] })}
      />
      <Select
        label={t('ledger_kind')}
        value={choice.name}
        options={[
          ['', t('ledger_every_kind')],
          ...names.map(({ name, count }) => [name, t('ledger_kind_count', { kind: name, count })] as [string, string]),
        ]}
        onChoose={(name) => change({ name })}
      />
      <Select
        label={t('ledger_order')}
        value={choice.order}
        options={ORDERS.map((order) => [order, t(`ledger_order_${order}`)])}
        onChoose={(order) => change({ order: order as Order })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={choice.noted}
          onChange={(event) => change({ noted: event.currentTarget.checked })}
        />
        {t('ledger_noted')}
      </label>
      <p class="quiet wide" role="status">
        {all
          ? tCount('ledger_all_listed', rows.length)
          : shown === 0
            ? t('ledger_none_listed')
            : tCount('ledger_some_listed', rows.length, { shown })}
        {!all && ' '}
        {!all && (
          <button type="button" class="link" onClick={() => onChoose({ ...EVERYTHING, order: choice.order })}>
            {t('ledger_list_all')}
          </button>
        )}
      </p>
    </search>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: [value: string, words: string][];
  onChoose: (value: string) => void;
}

function Select({ label, value, options, onChoose }: SelectProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
