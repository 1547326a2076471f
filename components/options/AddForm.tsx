import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/locale';

interface Props {
  label: string;
  placeholder: string;
  /** What the button says. */
  button: string;
  /**
   * Takes what was typed; a sentence where that will not do, else null, or whether it was kept once that is known. Called right in
   * the reader's press.
   */
  onAdd: (typed: string) => string | null | Promise<boolean>;
}

/** One line in which a reader types a site. */
export function SiteForm(props: Pick<Props, 'label' | 'onAdd'>) {
  return <AddForm placeholder="example.com" button={t('add')} {...props} />;
}

/** One line in which a reader types something for a list. */
export function AddForm({ label, placeholder, button, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const answer = onAdd(typed);
    const refused = typeof answer === 'string' ? answer : null;
    setWrong(refused);
    if (refused !== null) return;
    setTyped('');
    // What could not be saved is there to try again, unless something else has been typed since.
    if (answer instanceof Promise) void answer.then((kept) => !kept && setTyped((now) => now || typed));
  };
  return (
    <form class="add" onSubmit={add}>
      <label>
        <span>{label}</span>
        <input
          type="text"
          value={typed}
          placeholder={placeholder}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? id : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={typed.trim() === ''}>
        {button}
      </button>
      {wrong && (
        <p id={id} role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
