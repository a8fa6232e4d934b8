/** The limit for the form: a bare server that puts what it is sent into one durable row and leads on. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(process.env.RAW_FILE!);
database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE submission (id INTEGER PRIMARY KEY, answers TEXT)');
const insert = database.prepare('INSERT INTO submission (answers) VALUES (?)');

const server = createServer((request, answer) => {
  const parts: Buffer[] = [];
  request
    .on('data', (part: Buffer) => parts.push(part))
    .on('end', () => {
      insert.run(Buffer.concat(parts).toString());
      answer.writeHead(303, { Location: '/done/' }).end();
    });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
