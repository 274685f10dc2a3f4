// Receives Winnow's callbacks, checks their signatures (Standard Webhooks, v1) and prints them. Node 18 or newer, nothing else:
//
//     node receiver.mjs PORT whsec_SECRET
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const TOLERANCE_SECONDS = 300;
const [port, shown] = process.argv.slice(2);
if (!shown) {
  console.error("usage: node receiver.mjs PORT whsec_SECRET");
  process.exit(2);
}
const secret = Buffer.from(shown.replace(/^whsec_/, ""), "base64");

// Signed is `id.timestamp.body`; the header can hold several signatures while a secret is rotated.
function isGenuine(headers, body) {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (!id || !signatures || !/^\d{1,12}$/.test(timestamp ?? "")) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const mac = createHmac("sha256", secret).update(`${id}.${timestamp}.`).update(body).digest("base64");
  const expected = Buffer.from(`v1,${mac}`);
  return signatures.split(" ").map((each) => Buffer.from(each))
    .some((each) => each.length === expected.length && timingSafeEqual(each, expected));
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const genuine = isGenuine(request.headers, body);
  response.writeHead(genuine ? 204 : 401).end();
  // A call can come twice: whoever acts on it remembers its id.
  console.log(genuine ? `${request.headers["webhook-id"]} ${body}` : `refused ${request.headers["webhook-id"]}`);
});
server.listen(Number(port), "127.0.0.1", () => console.log(`listening on http://localhost:${server.address().port}/`));
