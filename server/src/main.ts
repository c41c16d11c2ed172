import { startServer } from './lsp/server';

// One bundle serves both places, since nearly all of it is the same. Only what this place can load
// is loaded: a worker has no built-in modules of Node, and Node no `self`.
const place = 'WorkerGlobalScope' in globalThis ? import('./main.worker') : import('./main.node');

place.then(({ connect, host }) => startServer(connect(), host()));
