import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from './server.mjs';

const FILES = 1000;
const TIMES = 4;

/** In milliseconds; V8 gives memory back once nothing has happened for about eight seconds. */
const IDLE = 15_000;

/**
 * The memory of a server that does nothing, and by how much its heap has grown after many files
 * came and went. A hundred files come and go before that, since compiled code counts as well.
 */
export async function openAndClose(server, { uri, languageId, text }) {
  const running = await startServer(server);
  await running.open({ uri, languageId, text });
  await sleep(IDLE);
  const { rss } = await running.memory();
  const comeAndGo = async (time, count) => {
    const files = Array.from({ length: count }, (_, index) => ({
      uri: uri.replace('/bench/', `/bench/${time}/${index}/`),
      languageId,
      text: text.replaceAll('acme', `acme${index}`),
    }));
    await Promise.all(files.map((file) => running.open(file)));
    for (const file of files) await running.close(file.uri);
    await sleep(1000);
  };
  await comeAndGo('first', 100);
  const before = await running.memory();
  for (let time = 0; time < TIMES; time++) await comeAndGo(time, FILES);
  const after = await running.memory();
  await running.stop();
  return { idle: rss, growth: after.heap - before.heap };
}
