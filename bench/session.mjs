import { EDITED } from './documents.mjs';
import { startServer } from './server.mjs';

const EDITS = 5;

export const START = 'start to first diagnostics';

/** What is typed in an account, and one of the words that must be offered then. */
const TYPED = {
  'completion of a value after an edit': { yaml: 'enabled: t', json: '"enabled": t', word: 'true' },
  'completion of a key after an edit': { yaml: 'env', json: '"env"', word: 'environment' },
};

/**
 * Starts a server, opens a document, edits it and asks about it; the times until the answers are
 * there.
 */
export async function session(server, document) {
  const { running, first, took } = await opened(server, document);
  const results = { [START]: took, ...(await edits(running, document, first.length)) };
  const { rss } = await running.memory();
  await running.stop();
  return { times: results, rss };
}

/** How long a server takes to its first diagnostics. */
export async function start(server, document) {
  const { running, took } = await opened(server, document);
  await running.stop();
  return took;
}

async function opened(server, document) {
  const begin = performance.now();
  const running = await startServer(server);
  const first = await running.open(document);
  return { running, first, took: performance.now() - begin };
}

async function edits(running, { uri, text, languageId }, findings) {
  const scene = sceneOf(text);
  let version = 1;
  let isWrong = false;
  const toggle = () => {
    isWrong = !isWrong;
    const [before, after] = isWrong ? [scene.right, scene.wrong] : [scene.wrong, scene.right];
    const { line, character } = scene.position(scene.at);
    const end = { line, character: character + before.length };
    return running.change(uri, ++version, { start: { line, character }, end }, after);
  };
  const changes = await median(async () => {
    const { length } = await running.diagnosticsAfter(uri, toggle);
    if (length > findings !== isWrong)
      throw new Error(`${length} findings, and ${findings} before`);
  });
  const hovers = await median(async () => {
    await toggle();
    const hover = await running.hover(uri, scene.position(scene.key));
    if (!hover?.contents) throw new Error('Nothing is said of a key.');
  });
  const times = { 'change to diagnostics': changes, 'hover after an edit': hovers };
  if (isWrong) await toggle();
  for (const [what, typed] of Object.entries(TYPED)) {
    const written = typed[languageId];
    const start = scene.position(scene.line);
    let present = '';
    const type = (line) => {
      const end = { line: start.line + (present === '' ? 0 : 1), character: 0 };
      present = line;
      return running.change(uri, ++version, { start, end }, line);
    };
    times[what] = await median(
      async () => {
        await type(`${scene.indent}${written}\n`);
        const position = { line: start.line, character: scene.indent.length + written.length };
        if (languageId === 'json' && written.endsWith('"')) position.character -= 1;
        const answer = await running.completion(uri, position);
        const labels = (answer?.items ?? answer ?? []).map(({ label }) => label);
        if (!labels.some((label) => label.replaceAll('"', '') === typed.word))
          throw new Error(`${typed.word} is not offered: ${labels}`);
      },
      () => type(''),
    );
  }
  return times;
}

/** The place in the middle of a document where it is edited. */
function sceneOf(text) {
  const right = text.includes(EDITED.right) ? EDITED.right : '"enabled": true';
  const wrong = right === EDITED.right ? EDITED.wrong : '"enabled": "nope"';
  const middle = text.indexOf(right, text.length / 4);
  const at = middle < 0 ? text.indexOf(right) : middle;
  const key = text.indexOf('orgId', at);
  const line = text.lastIndexOf('\n', key) + 1;
  const position = (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1).length };
  };
  return { right, wrong, at, key, line, indent: /^\s*/.exec(text.slice(line, key))[0], position };
}

async function median(act, reset) {
  const times = [];
  // The first two warm it up.
  for (let round = -2; round < EDITS; round++) {
    const begin = performance.now();
    await act();
    if (round >= 0) times.push(performance.now() - begin);
    await reset?.();
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
