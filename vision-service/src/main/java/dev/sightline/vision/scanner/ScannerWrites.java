package dev.sightline.vision.scanner;

import dev.sightline.api.ApiException;
import dev.sightline.auth.Person;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.analysis.ScannerType;
import dev.sightline.vision.observation.ScannerKey;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Saves scanners, each save one transaction (spec/vision.md 6). */
@ApplicationScoped
class ScannerWrites {

    private final ScannerRepository repository;
    private final ScannerDefaults defaults;
    private final Clock clock;

    ScannerWrites(ScannerRepository repository, ScannerDefaults defaults, Clock clock) {
        this.repository = repository;
        this.defaults = defaults;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ScannerEntity> create(int projectId, Person creator, CreateScanner body) {
        ScannerEntity scanner = scanner(projectId, creator, body);
        return freeName(scanner)
                .chain(() -> repository.persistAndFlush(scanner))
                .onFailure(ConstraintViolationException.class)
                .transform(race -> ScannerRules.nameTaken());
    }

    private ScannerEntity scanner(int projectId, Person creator, CreateScanner body) {
        ScannerRules.checkConfig(body.scannerType(), body.scannerConfig());
        ScannerRules.checkRate(body.samplingRate());
        Instant now = Timestamps.micros(clock.instant());
        ScannerEntity scanner = new ScannerEntity();
        scanner.id = UuidV7.next();
        scanner.projectId = projectId;
        scanner.name = body.name();
        scanner.description = body.description();
        scanner.scannerType = body.scannerType().label();
        scanner.scannerConfig = body.scannerConfig();
        scanner.query = SessionQuery.checked(body.query());
        scanner.samplingRate = body.samplingRate();
        scanner.provider = Optional.ofNullable(body.provider()).orElse(defaults.provider());
        scanner.model = body.model();
        scanner.enabled = body.enabled();
        scanner.emitsSignals = body.emitsSignals();
        scanner.scannerVersion = 1;
        scanner.createdBy = creator.id();
        scanner.createdAt = now;
        scanner.updatedAt = now;
        scanner.lastSweptAt = now.minus(defaults.settle());
        ScannerRules.checkProvider(scanner.provider);
        return scanner;
    }

    @WithTransaction
    Uni<ScannerEntity> change(ScannerKey key, PatchScanner body) {
        return repository
                .lock(key.projectId(), key.id())
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound)
                .invoke(scanner -> change(scanner, body))
                .call(this::freeName)
                .call(repository::flush)
                .onFailure(ConstraintViolationException.class)
                .transform(race -> ScannerRules.nameTaken());
    }

    private void change(ScannerEntity scanner, PatchScanner body) {
        body.scannerType().ifPresent(type -> ScannerRules.checkSameType(scanner.scannerType, type));
        ScannerChange change = new ScannerChange(scanner);
        change.apply(body);
        if (body.scannerConfig().present() || body.scannerType().present()) {
            ScannerRules.checkConfig(ScannerType.of(scanner.scannerType).orElseThrow(), scanner.scannerConfig);
        }
        ScannerRules.checkRate(scanner.samplingRate);
        ScannerRules.checkProvider(scanner.provider);
        change.conclude(Timestamps.micros(clock.instant()), defaults.settle());
    }

    @WithTransaction
    Uni<Void> delete(ScannerKey key) {
        return repository
                .remove(key.projectId(), key.id())
                .invoke(removed -> {
                    if (!removed) {
                        throw ApiException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> freeName(ScannerEntity scanner) {
        UUID self = scanner.id;
        return repository
                .nameTaken(scanner.projectId, scanner.name, self)
                .invoke(taken -> {
                    if (taken) {
                        throw ScannerRules.nameTaken();
                    }
                })
                .replaceWithVoid();
    }
}
