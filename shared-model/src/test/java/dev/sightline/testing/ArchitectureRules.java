package dev.sightline.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * The rules that hold in every module. A module's test names its own packages and takes these in:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.sightline.vision", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String VISION = "dev.sightline.vision..";
    private static final String SIGNALS = "dev.sightline.signals..";
    private static final String OBSERVABILITY = "dev.sightline.observability..";

    private ArchitectureRules() {}

    @ArchTest
    public static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("dev.sightline.(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule VISION_KNOWS_NO_OTHER_SERVICE = stranger(VISION, SIGNALS, OBSERVABILITY);

    @ArchTest
    public static final ArchRule SIGNALS_KNOWS_NO_OTHER_SERVICE = stranger(SIGNALS, VISION, OBSERVABILITY);

    @ArchTest
    public static final ArchRule OBSERVABILITY_KNOWS_NO_OTHER_SERVICE = stranger(OBSERVABILITY, VISION, SIGNALS);

    @ArchTest
    public static final ArchRule WHAT_IS_SHARED_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideOutsideOfPackages(VISION, SIGNALS, OBSERVABILITY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(VISION, SIGNALS, OBSERVABILITY)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule RESOURCES_DO_NOT_TOUCH_SQL = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..sqlclient..",
                    "io.vertx..pgclient..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.hibernate.reactive..",
                    "io.quarkus.hibernate..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith(Channel.class)
            .allowEmptyShould(true);

    private static ArchRule stranger(String service, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }
}
