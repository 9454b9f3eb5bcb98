import { use, useState } from 'react';
import { CommandContext } from '../ui/command.ts';
import field from '../ui/field.module.css';
import { Icon } from '../ui/Icon.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { shortcutGroups } from './shortcutGroups.ts';
import styles from './ShortcutsSheet.module.css';

/** Every key, in groups, with a search. */
export const ShortcutsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const [search, setSearch] = useState('');
  const groups = shortcutGroups(use(CommandContext), search);
  return (
    <Sheet
      title="Shortcuts"
      onClose={onClose}
      tools={
        <label className={styles.search}>
          <Icon name="search" small />
          <input
            className={field.input}
            type="search"
            aria-label="Search commands"
            placeholder="Search commands"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      }
    >
      <div className={styles.columns}>
        {groups.map((group) => (
          <section className={styles.group} key={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl>
              {group.rows.map((row) => (
                <div className={styles.row} key={row.label}>
                  <dt>{row.label}</dt>
                  <dd>{row.keys[0] && <Keys binding={row.keys[0]} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className={styles.none}>No command has these words.</p>}
      </div>
    </Sheet>
  );
};
