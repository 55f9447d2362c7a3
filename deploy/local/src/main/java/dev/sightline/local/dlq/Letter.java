package dev.sightline.local.dlq;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record of a dead-letter queue, with the headers that the services put on it. */
record Letter(ConsumerRecord<byte[], byte[]> record) {

    private static final String MARK = "dlq_";

    String time() {
        return header("dlq_time");
    }

    String reason() {
        return header("dlq_reason");
    }

    boolean isReference() {
        return record.headers().lastHeader("dlq_reference") != null;
    }

    /** Where the message is that this letter only points to. */
    String reference() {
        return header("ce_source") + " " + header("dlq_reference") + " (topic " + header("dlq_topic") + " partition "
                + header("dlq_partition") + " offset " + header("dlq_offset") + ")";
    }

    /** The message as it was before it became a letter. */
    ProducerRecord<byte[], byte[]> original(String topic) {
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(MARK)) {
                headers.add(header);
            }
        }
        return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
    }

    private String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
