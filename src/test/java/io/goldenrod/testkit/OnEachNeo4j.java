package io.goldenrod.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs the test class on the embedded Neo4j and, when a container engine answers, on a Neo4j server in a container.
 *
 * <pre>{@code
 * @OnEachNeo4j
 * class SomethingIT {
 *
 *     @Parameter
 *     Neo4jUnderTest neo4j;
 * }
 * }</pre>
 *
 * The database is without data before each test. How many tests ran on which is printed at the end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0} Neo4j", autoCloseArguments = false)
@ArgumentsSource(RunningDatabases.class)
@ExtendWith(RunningDatabases.class)
public @interface OnEachNeo4j {}
