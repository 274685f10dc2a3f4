package dev.winnow.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency rule of docs/architecture.md. */
@AnalyzeClasses(
        packages = "dev.winnow",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The published fakes and servers for tests come in a jar, which the standard option does not know. */
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
        "dev.winnow.webhook.."
    };

    @ArchTest
    static final ArchRule domainKnowsNeitherSpringNorAws = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "software.amazon..", "io.awspring..", "org.sqlite..");

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
    static final ArchRule nativeKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.winnow.yara..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.winnow.message..",
                    "dev.winnow.verdict..",
                    "dev.winnow.queue..",
                    "dev.winnow.tenant..",
                    "dev.winnow.worker..",
                    "dev.winnow.ingest..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule apiNeverSeesTheEngine = noClasses()
            .that()
            .resideInAPackage("dev.winnow.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.winnow.yara..", "dev.winnow.rules..", "dev.winnow.worker..");

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
    static final ArchRule nobodyPrintsButTheCommandLineAndMetrics = noClasses()
            .that()
            .resideOutsideOfPackages("dev.winnow.local..", "dev.winnow.bench..")
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .doNotHaveSimpleName("EmfLines")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
