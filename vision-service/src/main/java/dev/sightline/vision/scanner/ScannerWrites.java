package dev.sightline.vision.scanner;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.analysis.ScannerType;
import dev.sightline.vision.filter.InvalidSessionFilter;
import dev.sightline.vision.filter.SessionFilter;
import dev.sightline.vision.filter.SessionFilters;
import dev.sightline.vision.observation.ScannerKey;
import dev.sightline.vision.sweep.KeptEstimates;
import dev.sightline.vision.sweep.SweepConfig;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Saves scanners, each save one transaction (spec/vision.md 6). */
@ApplicationScoped
class ScannerWrites {

    private final ScannerRepository repository;
    private final SessionFilters filters;
    private final ScannerProviders providers;
    private final SweepConfig sweeps;
    private final KeptEstimates estimates;
    private final ScannerLog log;
    private final Clock clock;

    ScannerWrites(
            ScannerRepository repository,
            SessionFilters filters,
            ScannerProviders providers,
            SweepConfig sweeps,
            KeptEstimates estimates,
            ScannerLog log,
            Clock clock) {
        this.repository = repository;
        this.filters = filters;
        this.providers = providers;
        this.sweeps = sweeps;
        this.estimates = estimates;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<SavedScanner> create(int projectId, Actor creator, CreateScanner body) {
        ScannerEntity scanner = scanner(projectId, creator, body);
        return readable(scanner)
                .chain(() -> freeName(scanner))
                .chain(() -> repository.persistAndFlush(scanner))
                .call(saved -> log.created(saved, creator))
                .map(saved -> new SavedScanner(saved, true))
                .onFailure(ConstraintViolationException.class)
                .transform(race -> ScannerRules.nameTaken());
    }

    private ScannerEntity scanner(int projectId, Actor creator, CreateScanner body) {
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
        scanner.provider = providers.orDefault(body.provider());
        scanner.model = body.model();
        scanner.enabled = body.enabled();
        scanner.emitsSignals = body.emitsSignals();
        scanner.scannerVersion = 1;
        scanner.createdBy = creator.userId();
        scanner.createdAt = now;
        scanner.updatedAt = now;
        scanner.lastSweptAt = now.minus(sweeps.settle());
        providers.check(scanner);
        return scanner;
    }

    @WithTransaction
    Uni<SavedScanner> change(ScannerKey key, PatchScanner body, Actor actor) {
        return locked(key)
                .flatMap(scanner -> change(scanner, body, actor))
                .onFailure(ConstraintViolationException.class)
                .transform(race -> ScannerRules.nameTaken());
    }

    private Uni<ScannerEntity> locked(ScannerKey key) {
        return repository.lock(key.projectId(), key.id()).onItem().ifNull().failWith(ApiException::notFound);
    }

    private Uni<SavedScanner> change(ScannerEntity scanner, PatchScanner body, Actor actor) {
        Map<String, Object> before = ScannerLog.fields(scanner);
        return Uni.createFrom()
                .item(() -> changed(scanner, body))
                .call(saved -> body.query().present()
                        ? readable(saved.scanner())
                        : Uni.createFrom().voidItem())
                .call(saved -> freeName(saved.scanner()))
                .call(repository::flush)
                .call(saved -> log.updated(before, saved.scanner(), actor));
    }

    private SavedScanner changed(ScannerEntity scanner, PatchScanner body) {
        body.scannerType().ifPresent(type -> ScannerRules.checkSameType(scanner.scannerType, type));
        ScannerChange change = new ScannerChange(scanner);
        change.apply(body);
        if (body.scannerConfig().present() || body.scannerType().present()) {
            ScannerRules.checkConfig(ScannerType.of(scanner.scannerType).orElseThrow(), scanner.scannerConfig);
        }
        ScannerRules.checkRate(scanner.samplingRate);
        if (body.provider().present() || body.model().present()) {
            providers.check(scanner);
        }
        change.conclude(Timestamps.micros(clock.instant()), sweeps.settle());
        boolean stale = change.enables() && estimates.isStale(scanner.estimatedAt);
        return new SavedScanner(scanner, stale || scanner.estimatedAt == null);
    }

    @WithTransaction
    Uni<Void> delete(ScannerKey key, Actor actor) {
        return locked(key).call(repository::delete).flatMap(gone -> log.deleted(gone, actor));
    }

    /** What only the database can tell of the query. */
    private Uni<Void> readable(ScannerEntity scanner) {
        return filters.check(SessionFilter.read(scanner.query))
                .onFailure(InvalidSessionFilter.class)
                .transform(e -> e.at(SessionQuery.ATTR));
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
