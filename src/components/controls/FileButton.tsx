import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';

export interface FileButtonProps {
  readonly children: ReactNode;
  /** What the browser offers first: extensions and types with commas between them. */
  readonly accept: string;
  readonly primary?: boolean;
  /** Several may be chosen at once. */
  readonly multiple?: boolean;
  /** Told of each. */
  readonly onFile?: (file: File) => void;
  /** Told once, of all. */
  readonly onFiles?: (files: readonly File[]) => void;
}

/** A button that asks for a file. */
export function FileButton(props: FileButtonProps) {
  const { children, accept, primary = false, multiple = false, onFile, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button primary={primary} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          for (const file of files) onFile?.(file);
          if (files.length > 0) onFiles?.(files);
          // The same file again is a change again.
          event.target.value = '';
        }}
      />
    </>
  );
}
