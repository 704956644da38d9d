import { type Option, Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import type { KeptText } from '../../store/texts.ts';

export interface SourceSelectProps<Source extends string> {
  readonly value: { readonly source: Source | 'kept'; readonly kept: string };
  /** Besides the texts that are kept. */
  readonly offered: readonly Option<Source>[];
  readonly texts: readonly KeptText[];
  readonly onChange: (
    value: { readonly source: Source } | { readonly source: 'kept'; readonly kept: string },
  ) => void;
}

/** What stands before the id of a kept text among the choices. */
const KEPT = 'kept ';

/** Which text: one of those offered, or one that this browser keeps. */
export function SourceSelect<Source extends string>(props: SourceSelectProps<Source>) {
  const { value, offered, texts, onChange } = props;
  const text = useText(textsMessages);
  const missing = value.source === 'kept' && !texts.some(({ id }) => id === value.kept);
  const options: readonly Option<string>[] = [
    ...offered,
    ...texts.map(({ id, name }) => ({ value: KEPT + id, label: name })),
    ...(missing ? [{ value: KEPT + value.kept, label: text('texts.not-here-short') }] : []),
  ];
  const choose = (chosen: string) => {
    const found = offered.find((one) => one.value === chosen);
    onChange(found ? { source: found.value } : { source: 'kept', kept: chosen.slice(KEPT.length) });
  };
  return (
    <Select
      label={text('setup.corpus')}
      value={value.source === 'kept' ? KEPT + value.kept : value.source}
      options={options}
      onChange={choose}
    />
  );
}
