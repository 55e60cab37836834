package io.goldenrod;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture: which package may know which. A new package fails here until it has its place in a list. */
class ArchitectureTests {

    private static final String ROOT = "io.goldenrod.";

    /** Inside out: each may know those before it. */
    private static final List<String> CORE =
            List.of("identity", "policy", "normalize", "match", "partition", "golden", "lineage");

    /** Inside out as well, and all of the core. */
    private static final List<String> APPLICATION = List.of(
            "graph",
            "resolution",
            "explain",
            "ingest",
            "steward",
            "privacy",
            "activation",
            "quality",
            "revision",
            "load",
            "generate");

    /** Each may know all of the above, and none of the others. */
    private static final List<String> EDGES =
            List.of("neo4j", "embedded", "bulk", "benchmark", "api", "console", "cli");

    /** May know everything, and nothing knows it. */
    private static final String WIRING = "boot";

    private static final List<String> CORE_LIBRARIES =
            List.of("java.", "javax.crypto.", "org.apache.commons.text.", "com.google.i18n.phonenumbers.");

    private static final List<String> APPLICATION_LIBRARIES = List.of(
            "java.",
            "javax.crypto.",
            "org.apache.commons.text.",
            "tools.jackson.",
            "com.fasterxml.jackson.annotation.",
            "org.yaml.snakeyaml.");

    /** Result in a different answer at another time, on another machine, or on a second run. */
    private static final Set<String> UNREPEATABLE_CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault");

    private static final List<String> UNREPEATABLE_CLASSES = List.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.io.File",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.Socket",
            "java.net.URL",
            "java.net.http.",
            "java.sql.");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.goldenrod");

    @Test
    void everyPackageHasItsPlace() {
        List<String> places = Stream.of(CORE, APPLICATION, EDGES, List.of(WIRING))
                .flatMap(List::stream)
                .toList();
        assertThat(places).doesNotHaveDuplicates();
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(each -> found.add(place(each)));
        assertThat(found).isNotEmpty().isSubsetOf(places);
    }

    @Test
    void packagesKnowOnlyThoseFurtherIn() {
        List<String> inside = Stream.concat(CORE.stream(), APPLICATION.stream()).toList();
        assertThat(dependencies()
                        .filter(each -> each.getTargetClass().getPackageName().startsWith("io.goldenrod"))
                        .filter(each -> {
                            String from = place(each.getOriginClass());
                            String to = place(each.getTargetClass());
                            boolean further = inside.contains(from)
                                    ? inside.contains(to) && inside.indexOf(to) <= inside.indexOf(from)
                                    : inside.contains(to) || to.equals(from) || from.equals(WIRING);
                            return !further;
                        })
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void theCoreIsPlainJava() {
        assertThat(foreign(CORE, CORE_LIBRARIES)).isEmpty();
    }

    @Test
    void theApplicationIsPlainJavaAndReadersOfDocuments() {
        List<String> others =
                APPLICATION.stream().filter(each -> !each.equals("ingest")).toList();
        List<String> readers = new ArrayList<>(APPLICATION_LIBRARIES);
        readers.addAll(List.of(
                "org.apache.commons.csv.", "org.apache.parquet.", "com.github.luben.zstd.", "org.xerial.snappy."));
        assertThat(foreign(others, APPLICATION_LIBRARIES)).isEmpty();
        assertThat(foreign(List.of("ingest"), readers)).isEmpty();
    }

    @Test
    void theCoreKnowsNoClockNoChanceAndNoFiles() {
        List<String> found = new ArrayList<>();
        for (JavaClass each : CLASSES) {
            if (!CORE.contains(place(each))) {
                continue;
            }
            for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                if (UNREPEATABLE_CALLS.contains(access.getTargetOwner().getFullName() + "." + access.getName())) {
                    found.add(access.getDescription());
                }
            }
            each.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> UNREPEATABLE_CLASSES.stream()
                            .anyMatch(name -> name.endsWith(".")
                                    ? target(dependency).startsWith(name)
                                    : target(dependency).equals(name)))
                    .forEach(dependency -> found.add(dependency.getDescription()));
        }
        assertThat(found).isEmpty();
    }

    /**
     * The store in {@code neo4j} speaks to it over the driver, and so does {@code benchmark}, to know what bare queries
     * cost; {@code embedded} runs it, and never queries it.
     */
    @Test
    void onlyTheStoreAndItsHostKnowNeo4j() {
        assertThat(dependencies()
                        .filter(each -> target(each).startsWith("org.neo4j."))
                        .filter(each -> {
                            String from = place(each.getOriginClass());
                            boolean host =
                                    from.equals("embedded") && !target(each).startsWith("org.neo4j.driver.");
                            boolean measure =
                                    from.equals("benchmark") && target(each).startsWith("org.neo4j.driver.");
                            return !from.equals("neo4j") && !host && !measure;
                        })
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void noPackagesGoRoundInCircles() {
        SlicesRuleDefinition.slices()
                .matching("io.goldenrod.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream());
    }

    private static List<String> foreign(List<String> packages, List<String> libraries) {
        return dependencies()
                .filter(each -> packages.contains(place(each.getOriginClass())))
                .filter(each -> !each.getTargetClass().getBaseComponentType().isPrimitive())
                .filter(each -> !target(each).startsWith(ROOT))
                .filter(each -> libraries.stream().noneMatch(target(each)::startsWith))
                .map(Dependency::getDescription)
                .toList();
    }

    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getFullName();
    }

    /** The package directly below the root; empty for a class in the root itself. */
    private static String place(JavaClass javaClass) {
        String name = javaClass.getBaseComponentType().getPackageName() + ".";
        String below = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
