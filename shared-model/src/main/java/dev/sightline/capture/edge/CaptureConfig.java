package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigInteger;
import java.time.Duration;

/** Limits of ingestion. Sizes take the suffixes K, M and G. */
@ConfigMapping(prefix = "sightline.capture")
public interface CaptureConfig {

    /** Largest body of the routes for single events and for flags, as sent. */
    @WithDefault("2M")
    MemorySize eventBody();

    /** Largest body of {@code /batch}, as sent. */
    @WithDefault("20M")
    MemorySize batchBody();

    /** Largest body of {@code /s}, as sent. */
    @WithDefault("25M")
    MemorySize recordingBody();

    /** Largest body of the routes for traces, as sent. */
    @WithDefault("4M")
    MemorySize traceBody();

    /** Most bytes of JSON in a request after unpacking; a recording of that size must still fit into one Kafka record. */
    @WithDefault("31M")
    MemorySize unpacked();

    /** Most bytes of JSON in one event. */
    @WithDefault("8M")
    MemorySize event();

    /** Most bytes of JSON for each compressed byte, asked only beyond {@link #ratioFloor()}. */
    @WithDefault("100")
    int ratio();

    /** Below this much JSON no ratio is asked. */
    @WithDefault("1M")
    MemorySize ratioFloor();

    /** Requests in work at the same time; further ones are answered 503 and come again. */
    @WithDefault("2000")
    int requestsInFlight();

    /** Bytes that the requests in work may hold together. */
    @WithDefault("128M")
    MemorySize bytesInFlight();

    /** Bodies that are unpacked larger than this are decoded on a worker thread, so that others need not wait for them. */
    @WithDefault("64K")
    MemorySize decodedInPlace();

    /** How long the broker may take to acknowledge before the client is asked to come again. */
    @WithDefault("10s")
    Duration patience();

    /** Largest body of {@code /i/v0/ai}, as sent: the parts of one event and a tenth for what frames them. */
    default MemorySize partsBody() {
        return new MemorySize(
                event().asBigInteger().multiply(BigInteger.valueOf(11)).divide(BigInteger.TEN));
    }

    /** The limits of decoding. */
    default CaptureLimits limits() {
        return new CaptureLimits(bytes(unpacked()), ratio(), bytes(ratioFloor()), bytes(event()));
    }

    private static int bytes(MemorySize size) {
        return Math.toIntExact(size.asLongValue());
    }
}
