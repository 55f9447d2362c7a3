package dev.sightline.vision.block;

import dev.sightline.messaging.RetryLaterException;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.block.BlockLocation.Bucket;
import dev.sightline.vision.block.BlockPlace.InObject;
import dev.sightline.vision.block.BlockPlace.InRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.core.BytesWrapper;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Uri;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Keeps the bytes in an object store that speaks S3: one object a flush, read by ranges. */
final class ObjectStorage implements BlockStorage {

    private static final int REMOVALS_AT_ONCE = 16;
    private static final int BEYOND_THE_END = 416;

    private final S3AsyncClient client;
    private final Bucket bucket;
    private final LooseObjects objects;
    private final Clock clock;

    ObjectStorage(S3AsyncClient client, Bucket bucket, LooseObjects objects, Clock clock) {
        this.client = client;
        this.bucket = bucket;
        this.objects = objects;
        this.clock = clock;
    }

    @Override
    public Uni<List<BlockPlace>> put(List<byte[]> blocks) {
        String key = newKey();
        String uri = bucket.uri(key);
        return objects.announce(uri).chain(() -> write(key, blocks)).replaceWith(() -> places(uri, blocks));
    }

    /** The day comes first, so that a person finds their way in the bucket. */
    private String newKey() {
        return bucket.prefix() + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "/" + UuidV7.next();
    }

    private Uni<Void> write(String key, List<byte[]> blocks) {
        ByteBuffer[] bytes = blocks.stream().map(ByteBuffer::wrap).toArray(ByteBuffer[]::new);
        return call(
                        "written to " + bucket.uri(bucket.prefix()),
                        () -> client.putObject(
                                put -> put.bucket(bucket.name()).key(key).contentType("application/octet-stream"),
                                AsyncRequestBody.fromByteBuffersUnsafe(bytes)))
                .replaceWithVoid();
    }

    private static List<BlockPlace> places(String uri, List<byte[]> blocks) {
        List<BlockPlace> places = new ArrayList<>();
        long offset = 0;
        for (byte[] block : blocks) {
            places.add(new InObject(uri, offset, block.length));
            offset += block.length;
        }
        return places;
    }

    @Override
    public Uni<byte[]> read(BlockPlace place) {
        return place instanceof InObject object
                ? range(object)
                : Uni.createFrom().item(((InRow) place).bytes());
    }

    private Uni<byte[]> range(InObject object) {
        S3Uri at = parsed(object.uri());
        String range = "bytes=" + object.offset() + "-" + (object.offset() + object.length() - 1);
        return call(
                        "read from " + object.uri(),
                        () -> client.getObject(
                                get -> get.bucket(at.bucket().orElseThrow())
                                        .key(at.key().orElseThrow())
                                        .range(range),
                                AsyncResponseTransformer.toBytes()))
                .map(BytesWrapper::asByteArrayUnsafe);
    }

    @Override
    public Uni<Void> remove(Collection<String> uris) {
        return Multi.createFrom()
                .iterable(uris)
                .onItem()
                .transformToUni(this::remove)
                .merge(REMOVALS_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> remove(String uri) {
        S3Uri at = parsed(uri);
        return call(
                        "removed from " + uri,
                        () -> client.deleteObject(
                                delete -> delete.bucket(at.bucket().orElseThrow())
                                        .key(at.key().orElseThrow())))
                .replaceWithVoid();
    }

    private S3Uri parsed(String uri) {
        return client.utilities().parseUri(URI.create(uri));
    }

    /** A store that is away, slow or closed to us is no fault of what was to be kept in it: it is asked again. */
    private static <T> Uni<T> call(String what, Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom()
                .completionStage(call)
                .onFailure()
                .transform(failure -> isMissing(failure)
                        ? new MissingBlockException("blocks cannot be " + what + ": there is no such object", failure)
                        : new RetryLaterException("blocks cannot be " + what + ": " + failure.getMessage(), failure));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof NoSuchKeyException
                || failure instanceof S3Exception refused && refused.statusCode() == BEYOND_THE_END;
    }

    @Override
    public void close() {
        client.close();
    }
}
