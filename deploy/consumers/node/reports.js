// Prints every change of a report in the inbox, in the order in which they happened in each project. Its arguments are
// the broker's address and the name under which Kafka remembers how far it has read.
import kafkajs from "kafkajs";
import lz4 from "lz4js";

const TOPIC = "signals.reports";
const CHANGED = "dev.sightline.report.changed.v1";
const [broker, groupId] = process.argv.slice(2);

const { Kafka, CompressionCodecs, CompressionTypes, logLevel } = kafkajs;
// Sightline compresses with LZ4, which kafkajs does not read by itself.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR }).consumer({ groupId });
await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
// A message counts as read once this function is done with it. After a crash before that it comes again with the same
// ce_id: a consumer that writes to a database stores that id in the same transaction.
await consumer.run({ eachMessage: async ({ message }) => show(message) });

function show({ headers, value }) {
  // New types may come to a topic, and new members to a type: both are to be ignored.
  if (headers.ce_type?.toString() === CHANGED) {
    const report = JSON.parse(value.toString());
    console.log(
      `${headers.ce_id} ${report.change} project=${report.project_id} status=${report.status} title=${report.title}`,
    );
  }
}
