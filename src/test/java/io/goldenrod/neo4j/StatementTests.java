package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementTests {

    private static final Path CYPHER = Path.of("cypher");

    /** A sentence: from a capital letter to a full stop. */
    private static final Pattern PURPOSE = Pattern.compile("// \\p{Lu}.*\\.");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+/[a-z0-9]+-[a-z0-9-]+");

    /** Of what is shipped for analysts, which this program does not run. */
    private static final String ANALYST = "analyst/";

    /** Of the measuring, which has a list of its own. */
    private static final String BENCHMARK = "benchmark/";

    private static final Pattern WRITES = Pattern.compile("\\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD|DROP)\\b");

    @Test
    void everyFileHasAConstantAndEachConstantAFileOfItsOwn() throws IOException {
        List<String> named =
                Statements.ALL.stream().map(each -> each.file().name()).toList();
        assertThat(named).doesNotHaveDuplicates();
        Set<String> files = files();
        files.removeIf(name -> name.startsWith(ANALYST) || name.startsWith(BENCHMARK));
        assertThat(new TreeSet<>(named)).isEqualTo(files);
    }

    @Test
    void everyQueryForAnalystsIsListedAndBoundedAndOnlyReads() throws IOException {
        Set<String> queries = files();
        queries.removeIf(name -> !name.startsWith(ANALYST));
        assertThat(queries).hasSizeGreaterThanOrEqualTo(12);
        Set<String> listed = Pattern.compile("`(" + ANALYST + "[a-z-]+)`")
                .matcher(Files.readString(CYPHER.resolve("README.md")))
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(queries);
        for (String name : queries) {
            String query = CypherFile.strip(Files.readString(CYPHER.resolve(name + ".cypher")));
            assertThat(query).as(name).contains("LIMIT $limit").doesNotContainPattern(WRITES);
        }
    }

    @Test
    void everyEnumOfStatementsIsListed() {
        Set<String> listed =
                Statements.ALL.stream().map(each -> each.getClass().getName()).collect(Collectors.toSet());
        Set<String> enums = new ClassFileImporter()
                .importPackages("io.goldenrod").stream()
                        .filter(each -> each.isEnum() && each.isAssignableTo(Statement.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(enums);
    }

    @Test
    void everyFileIsNamedForWhatItDoesAndSaysItsPurposeAndAnExample() throws IOException {
        for (String name : files()) {
            List<String> lines = Files.readAllLines(CYPHER.resolve(name + ".cypher"));
            assertThat(name).matches(NAME);
            assertThat(lines.get(0)).as(name).matches(PURPOSE);
            assertThat(lines.get(1)).as(name).startsWith("// :params {");
            assertThat(lines).as(name).allMatch(line -> line.length() <= 120);
        }
    }

    /** Without migrations, which are applied by number. */
    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(CYPHER)) {
            return files.map(file -> CYPHER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".cypher"))
                    .filter(name -> !name.startsWith("migrations/"))
                    .map(name -> name.substring(0, name.length() - ".cypher".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
