package dev.sightline.vision.block;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/** Opens clients of object stores. Settings that make no sense stop the service, in one line that names them. */
final class ObjectClients {

    private static final int THREADS = 2;
    private static final int CONNECTIONS = 64;

    private ObjectClients() {}

    static S3AsyncClient open(BlockConfig config) {
        try {
            return builder(config).build();
        } catch (SdkClientException | NullPointerException | IllegalArgumentException e) {
            throw new ConfigurationException(BlockLocation.SETTING + ": no client of the object store can be made with "
                    + "the endpoint and region that are set: " + e.getMessage());
        }
    }

    private static S3AsyncClientBuilder builder(BlockConfig config) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(CONNECTIONS)
                        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(THREADS)))
                .asyncConfiguration(async -> async.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Infrastructure.getDefaultExecutor()))
                // Other stores than Amazon's do not know the checksums of its newer clients.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(credentials(config))
                .forcePathStyle(config.pathStyle().orElse(config.endpoint().isPresent()))
                .overrideConfiguration(calls -> calls.apiCallTimeout(config.timeout()));
        config.endpoint().ifPresent(builder::endpointOverride);
        region(config).ifPresent(builder::region);
        return builder;
    }

    private static Optional<Region> region(BlockConfig config) {
        return config.region().map(Region::of).or(() -> config.endpoint().map(endpoint -> Region.US_EAST_1));
    }

    private static AwsCredentialsProvider credentials(BlockConfig config) {
        if (config.accessKeyId().isPresent() != config.secretAccessKey().isPresent()) {
            throw new ConfigurationException(BlockLocation.SETTING + "_ACCESS_KEY_ID and " + BlockLocation.SETTING
                    + "_SECRET_ACCESS_KEY go together, and only one of them is set");
        }
        return config.accessKeyId()
                .<AwsCredentialsProvider>map(id -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(id, config.secretAccessKey().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
