// What every page needs, asked for while the pages themselves still travel. Each answer is taken once.
const asked = new Map(['package', 'runs', 'jobs'].map((path) => [path, fetch(`./api/${path}`)]));
for (const answer of asked.values()) answer.catch(() => undefined); // whoever takes it hears of it

export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}
