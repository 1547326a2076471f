import { useId } from 'preact/hooks';
import { type Choice, EVERYTHING, type LedgerRow, namesIn, type Order } from '@/lib/ledger/rows';

interface Props {
  /** All of the page. */
  rows: readonly LedgerRow[];
  /** How many of them are listed. */
  shown: number;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

const FAMILIES: Record<Choice['family'], string> = {
  all: 'Everything',
  claim: 'Claims',
  announcement: 'Announcements',
};
const ORDER_WORDS: Record<Order, string> = {
  page: 'As on the page',
  hype: 'Most hype first',
  kind: 'By kind',
};

/** What is listed, and in which order. */
export function Choices({ rows, shown, choice, onChoose }: Props) {
  const change = (part: Partial<Choice>) => onChoose({ ...choice, ...part });
  const names = namesIn(rows);
  // A kind that another page had stays chosen, and says why nothing is listed.
  if (choice.name && !names.some(({ name }) => name === choice.name)) names.push({ name: choice.name, count: 0 });
  const all = shown === rows.length;
  return (
    <search class="choices" aria-label="What is listed">
      <label class="wide">
        Search
        <input type="search" value={choice.text} onInput={(event) => change({ text: event.currentTarget.value })} />
      </label>
      <Select
        label="Show"
        value={choice.family}
        options={Object.entries(FAMILIES)}
        onChoose={(family) => change({ family: family as Choice['family'] })}
      />
      <Select
        label="Kind"
        value={choice.name}
        options={[
          ['', 'Every kind'],
          ...names.map(({ name, count }) => [name, `${name} (${count})`] as [string, string]),
        ]}
        onChoose={(name) => change({ name })}
      />
      <Select
        label="Order"
        value={choice.order}
        options={Object.entries(ORDER_WORDS)}
        onChoose={(order) => change({ order: order as Order })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={choice.noted}
          onChange={(event) => change({ noted: event.currentTarget.checked })}
        />
        With a note only
      </label>
      <p class="quiet wide" role="status">
        {all
          ? `All ${rows.length} listed.`
          : shown === 0
            ? 'None of them is listed.'
            : `${shown} of ${rows.length} listed.`}
        {!all && ' '}
        {!all && (
          <button type="button" class="link" onClick={() => onChoose({ ...EVERYTHING, order: choice.order })}>
            List all
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
