import { useState } from 'react';
import { ApiProblem } from '../../api/problem';
import type { Progress } from '../../api/upload';
import { problemSentence } from '../problemSentence';

export type Upload = { id: string; name: string; fraction: number; failure: string | null };

/** Files on their way: each with its own progress and its own failure, none holding up the others. */
export function useUploads(send: (file: File, onProgress: Progress) => Promise<unknown>, onSent: () => void) {
  const [list, setList] = useState<Upload[]>([]);
  const add = (name: string, failure: string | null): string => {
    const id = crypto.randomUUID();
    setList((old) => [...old, { id, name, fraction: 0, failure }]);
    return id;
  };
  const change = (id: string, part: Partial<Upload>) =>
    setList((old) => old.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const dismiss = (id: string) => setList((old) => old.filter((upload) => upload.id !== id));

  const startOne = async (file: File) => {
    const id = add(file.name, null);
    try {
      await send(file, (fraction) => change(id, { fraction }));
      dismiss(id);
      onSent();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      change(id, { failure: problemSentence(error) });
    }
  };
  return {
    list,
    dismiss,
    refuse: (name: string, failure: string) => void add(name, failure),
    start: (files: File[]) => {
      for (const file of files) void startOne(file);
    },
  };
}
