// Submits a batch, reads its verdicts, and shows an error. Arguments: the server's address and an API key.
import { Configuration, MessagesApi, ProblemFromJSON, ResponseError } from './target/client/index.js';

const [url, key] = process.argv.slice(2);
const messages = new MessagesApi(new Configuration({ basePath: url, accessToken: key }));

const accepted = await messages.submitMessages({
  batch: {
    messages: [
      { text: 'Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay' },
      { text: 'See you at eight?', clientRef: 'second' },
      { text: '' },
    ],
  },
});
for (const { index, status, problem } of accepted.results) {
  console.log(`batch ${index} ${status} ${problem ? problem.errors![0].detail : 'accepted'}`);
}

const [first, second] = accepted.results;
const junk = await messages.readMessage({ id: first.id!, prefer: 'wait=20' });
console.log(`read ${junk.verdict}, by ${junk.matches!.length === 0 ? 'no rule' : 'rules'}`);
const clean = await messages.readMessage({ id: second.id!, prefer: 'wait=20' });
console.log(`read ${clean.verdict} of ${clean.clientRef}`);
const many = await messages.readMessages({ ids: `${first.id},${second.id}` });
for (const { index, status, message } of many.results) {
  console.log(`read ${index} ${status} ${message!.status}`);
}

try {
  await messages.submitMessage({ message: { text: 'hi', country: 'Germany' } });
  throw new Error('the server took a wrong country');
} catch (e) {
  if (!(e instanceof ResponseError)) {
    throw e;
  }
  const problem = ProblemFromJSON(await e.response.json());
  console.log(`error ${problem.status} ${problem.type} ${problem.errors![0].pointer}`);
}
