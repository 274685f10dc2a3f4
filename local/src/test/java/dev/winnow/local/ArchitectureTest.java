package dev.winnow.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.winnow.queue.EnvelopeQueue;

/** The dependency rule of docs/architecture.md. */
@AnalyzeClasses(
        packages = "dev.winnow",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** Leaves out the jar of published fakes and test servers, which the standard option does not know. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] DOMAIN = {
        "dev.winnow.message..",
        "dev.winnow.verdict..",
        "dev.winnow.queue..",
        "dev.winnow.tenant..",
        "dev.winnow.webhook..",
        "dev.winnow.feedback..",
        "dev.winnow.idempotency..",
        "dev.winnow.publication..",
        "dev.winnow.statistics..",
        "dev.winnow.history..",
        "dev.winnow.pulse..",
        "dev.winnow.audit..",
        "dev.winnow.campaign..",
        "dev.winnow.store..",
        "dev.winnow.time.."
    };

    private static final String[] ADAPTERS = {"dev.winnow.aws..", "dev.winnow.sqlite.."};

    private static final String[] PROGRAMS = {
        "dev.winnow.ingest..",
        "dev.winnow.worker..",
        "dev.winnow.sender..",
        "dev.winnow.lab..",
        "dev.winnow.console..",
        "dev.winnow.local.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.winnow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule domainKnowsNeitherSpringNorAws = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "software.amazon..", "io.awspring..", "org.sqlite..");

    @ArchTest
    static final ArchRule domainKnowsNoAdapterAndNoProgram = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                    .or(resideInAnyPackage(PROGRAMS))
                    .or(resideInAnyPackage("dev.winnow.service..", "dev.winnow.fleet..", "dev.winnow.yara..")));

    @ArchTest
    static final ArchRule adaptersKnowNoProgram = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PROGRAMS).or(resideInAnyPackage("dev.winnow.service..")));

    @ArchTest
    static final ArchRule onlyTheAwsRoomKnowsTheSdk = noClasses()
            .that()
            .resideOutsideOfPackages("dev.winnow.aws..", "dev.winnow.local.server..", "dev.winnow.bench..")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "io.awspring..");

    @ArchTest
    static final ArchRule onlyTheSqliteRoomKnowsTheDriver = noClasses()
            .that()
            .resideOutsideOfPackages("dev.winnow.sqlite..", "dev.winnow.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "java.sql..");

    @ArchTest
    static final ArchRule nativeKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.winnow.yara..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.winnow..", "org.springframework..")
                    .and(resideOutsideOfPackage("dev.winnow.yara..")));

    @ArchTest
    static final ArchRule apiNeverSeesTheEngine = noClasses()
            .that()
            .resideInAPackage("dev.winnow.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.winnow.yara..",
                    "dev.winnow.rules..",
                    "dev.winnow.worker..",
                    "dev.winnow.sender..",
                    "dev.winnow.console..");

    @ArchTest
    static final ArchRule senderSeesNeitherTheEngineNorTheScanQueue = noClasses()
            .that()
            .resideInAPackage("dev.winnow.sender..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.winnow.yara..",
                            "dev.winnow.rules..",
                            "dev.winnow.worker..",
                            "dev.winnow.ingest..",
                            "com.ibm.icu..")
                    .or(type(EnvelopeQueue.class)));

    @ArchTest
    static final ArchRule consoleSeesNeitherTheApiNorTheSender = noClasses()
            .that()
            .resideInAPackage("dev.winnow.console..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.winnow.ingest..", "dev.winnow.sender..", "dev.winnow.local.."));

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsItsWebLibraries = noClasses()
            .that()
            .resideOutsideOfPackage("dev.winnow.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..", "org.thymeleaf..");

    @ArchTest
    static final ArchRule workerMakesNoHttpCalls = noClasses()
            .that()
            .resideInAPackage("dev.winnow.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..", "dev.winnow.ingest..", "dev.winnow.sender..");

    @ArchTest
    static final ArchRule labSeesOfThePipelineOnlyTheScan = noClasses()
            .that()
            .resideInAPackage("dev.winnow.lab..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.winnow.ingest..", "dev.winnow.sender..", "dev.winnow.local..", "dev.winnow.worker..")
                    .and(resideOutsideOfPackage("dev.winnow.worker.scan..")));

    @ArchTest
    static final ArchRule scanningKnowsNoSpring = noClasses()
            .that()
            .resideInAPackage("dev.winnow.worker.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "software.amazon..");

    @ArchTest
    static final ArchRule adaptersHideBehindTheirFactories = classes()
            .that()
            .haveSimpleNameStartingWith("Sqs")
            .and()
            .implement(dev.winnow.queue.EnvelopeQueue.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheCommandLineAndMetricsPrint = noClasses()
            .that()
            .resideOutsideOfPackages("dev.winnow.local..", "dev.winnow.lab..", "dev.winnow.bench..")
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .doNotHaveSimpleName("EmfLines")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
