// The program's stream of jobs. The browser reconnects by itself; the caller is told when the stream is given up.
import type { Job } from './types';

export interface LogLine { job: string; at: string; text: { en: string; ko: string } }
const listeners = new Set<(line: LogLine) => void>();

export function onLog(listener: (line: LogLine) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function followJobs(heard: (job: Job) => void, ended: () => void): () => void {
  const source = new EventSource('./api/jobs/events');
  source.addEventListener('job', (event) => heard(JSON.parse((event as MessageEvent<string>).data) as Job));
  source.addEventListener('log', (event) => {
    const line = JSON.parse((event as MessageEvent<string>).data) as LogLine;
    for (const listener of listeners) listener(line);
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) ended();
  });
  return () => {
    source.close();
    ended();
  };
}
