import cluster from 'node:cluster';
import { Server } from 'node:net';

/**
 * Loaded into a portal before everything else (`NODE_OPTIONS=--import`): each process listens by itself on the port
 * (SO_REUSEPORT), and the system hands out connections instead of the process that started them. For comparison only.
 */
const listen = Server.prototype.listen;
if (cluster.isWorker)
  Server.prototype.listen = function (port, host, whenListening) {
    if (typeof port !== 'number') return listen.apply(this, arguments);
    this.once('listening', () =>
      // The one that started it waits for this word.
      process.send({
        cmd: 'NODE_CLUSTER',
        act: 'listening',
        key: `${host}:${port}`,
        addressType: 4,
        address: host,
        port,
      }),
    );
    return listen.call(this, { port, host, reusePort: true, exclusive: true }, whenListening);
  };
