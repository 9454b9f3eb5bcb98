import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import type { ToolId } from '../tools/tool.ts';
import { useCommand } from '../ui/command.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { tip } from '../ui/tip.ts';
import styles from './ToolRail.module.css';

/** The tools in groups; a line is drawn between groups. */
const groups: readonly (readonly { readonly id: ToolId; readonly icon: IconName }[])[] = [
  [
    { id: 'brush', icon: 'brush' },
    { id: 'eraser', icon: 'eraser' },
  ],
  [{ id: 'hand', icon: 'hand' }],
];

/** The tools: native radio buttons, so the arrow keys move through them. */
export const ToolRail = () => (
  <div className={styles.rail} role="toolbar" aria-label="Tools" aria-orientation="vertical">
    {groups.map((group) => (
      <div className={styles.group} key={group[0]?.id}>
        {group.map((tool) => (
          <ToolRadio key={tool.id} {...tool} />
        ))}
      </div>
    ))}
  </div>
);

const ToolRadio = ({ id, icon }: { readonly id: ToolId; readonly icon: IconName }) => {
  const command = useCommand(`tool-${id}`);
  const checked = useStore(viewStore, (state) => state.tool === id);
  return (
    <span className={styles.tool} {...tip({ label: command.label, keys: command.keys[0], side: 'right' })}>
      <input type="radio" name="tool" aria-label={command.label} checked={checked} onChange={command.run} />
      <Icon name={icon} />
    </span>
  );
};
