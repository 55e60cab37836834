package io.goldenrod.testkit;

import io.goldenrod.testkit.Neo4jUnderTest.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

/** Starts each kind of database once, empties it before each test, and counts what ran on it. */
final class RunningDatabases implements ArgumentsProvider, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(RunningDatabases.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return started(context).databases.values().stream().map(Arguments::of);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Neo4jUnderTest neo4j = underTest(context.getRequiredTestInstance());
        neo4j.wipe();
        started(context).tests.get(neo4j.kind()).incrementAndGet();
    }

    private static Neo4jUnderTest underTest(Object instance) throws IllegalAccessException {
        for (var field : instance.getClass().getDeclaredFields()) {
            if (field.getType() == Neo4jUnderTest.class) {
                field.setAccessible(true);
                return (Neo4jUnderTest) field.get(instance);
            }
        }
        throw new IllegalStateException(instance.getClass() + " has no field @Parameter Neo4jUnderTest");
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> new Started(), Started.class);
    }

    /** Closed by JUnit after the last test. */
    private static final class Started implements AutoCloseable {

        private final Map<Kind, Neo4jUnderTest> databases = new EnumMap<>(Kind.class);
        private String skipped = "";
        private final Map<Kind, AtomicInteger> tests = new EnumMap<>(Kind.class);

        Started() {
            for (Kind kind : Kind.values()) {
                tests.put(kind, new AtomicInteger());
            }
            databases.put(Kind.EMBEDDED, Neo4jUnderTest.embedded());
            startContainer();
        }

        /** An engine without the image, and without a registry to get it from, is as good as none. */
        private void startContainer() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                skipped = " (skipped there: no container engine answers)";
                return;
            }
            try {
                databases.put(Kind.CONTAINER, Neo4jUnderTest.container());
            } catch (ContainerLaunchException | ContainerFetchException e) {
                skipped = " (skipped there: the container does not start: " + e.getMessage() + ")";
            }
        }

        @Override
        public void close() throws Exception {
            List<String> counts = new ArrayList<>();
            tests.forEach(
                    (kind, count) -> counts.add(count + " on the " + kind.name().toLowerCase(Locale.ROOT) + " Neo4j"));
            System.out.println("Tests that ran: " + String.join(", ", counts) + skipped);
            for (Neo4jUnderTest each : databases.values()) {
                each.close();
            }
        }
    }
}
