package org.dariro;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.dariro.gateways.api.Gateway;

/** The house as the design has it: who may use whom, and where which kind of thing lives. */
@AnalyzeClasses(packages = "org.dariro", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** A package uses only those before it. */
    private static final List<String> ORDER = List.of(
            "platform",
            "webhook",
            "member",
            "group",
            "gateway",
            "spend",
            "delivery",
            "safeguarding",
            "conversation",
            "ussd",
            "programme",
            "inbound",
            "console");

    @ArchTest
    static final ArchRule packagesUseOnlyThoseBeforeThem = order();

    private static LayeredArchitecture order() {
        LayeredArchitecture order = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.dariro..")
                .withOptionalLayers(true);
        for (String name : ORDER) {
            order = order.layer(name).definedBy("org.dariro." + name + "..");
        }
        order = order.layer("whole").definedBy("org.dariro");
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> users = new java.util.ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
            users.add("whole");
            order = order.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(users.toArray(String[]::new));
        }
        return order.ignoreDependency(alwaysTrue(), resideInAPackage("org.dariro.gateways.."));
    }

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.dariro.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule gatewaysSeeOnlyTheirApi = noClasses()
            .that()
            .resideInAPackage("org.dariro.gateways..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.dariro..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("org.dariro.gateways.."))));

    @ArchTest
    static final ArchRule camelStandsInRoutesGatewaysAndThePlatform = noClasses()
            .that()
            .resideOutsideOfPackages("org.dariro.gateways..", "org.dariro.platform..", "org.dariro")
            .and()
            .haveSimpleNameNotEndingWith("Route")
            .and()
            .doNotHaveSimpleName("RouteHealth") // reads how the routes are, and changes none
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel.."));

    @ArchTest
    static final ArchRule sqlStandsInDaos = noClasses()
            .that()
            .resideOutsideOfPackage("org.dariro.platform..")
            .and()
            .haveSimpleNameNotEndingWith("Dao")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi.."));

    @ArchTest
    static final ArchRule onlyDeliverySends = noClasses()
            .that()
            .resideOutsideOfPackages("org.dariro.delivery..", "org.dariro.gateways..")
            .should()
            .callMethod(Gateway.class, "send", org.dariro.gateways.api.Batch.class);

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses()
            .that()
            .doNotHaveSimpleName("Wiring")
            .and()
            .resideOutsideOfPackage("org.dariro.gateways.testkit..") // fake carriers have a clock of their own
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Info|Data|Channel|Backend)$");
}
