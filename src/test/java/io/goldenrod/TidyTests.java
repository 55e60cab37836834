package io.goldenrod;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Keeps the tree tidy. */
class TidyTests {

    private static final int FILE_LINES_MAX = 400;
    private static final int FUNCTION_LINES_MAX = 70;
    private static final int LINE_LENGTH_MAX = 120;

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final List<Path> TREES =
            List.of(Path.of("src"), Path.of("cypher"), Path.of("README.md"), Path.of("pom.xml"));

    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils|Utility|Utilities|Common|Misc)");
    private static final Set<String> BANNED_PACKAGES =
            Set.of("util", "utils", "common", "misc", "helper", "helpers", "impl");

    private static final Pattern WHY = Pattern.compile("\\* (<p>)?Why ");

    /** Written so that this file does not find itself. */
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@" + "author");

    private static final Pattern CYPHER =
            Pattern.compile("\\b(MATCH|MERGE|CREATE)\\s*\\(|\\bUNWIND\\s+\\$|\\bDETACH\\s+DELETE\\b|\\)<?-\\[\\w*:|"
                    + "^\\s*(MATCH|OPTIONAL MATCH|MERGE|CREATE|UNWIND|RETURN|CALL|SHOW|EXPLAIN|PROFILE|DROP)\\s+\\S");

    /** Read by the framework, by their name and place. */
    private static final Pattern FOUND_BY_NAME = Pattern.compile(
            "(application.*\\.ya?ml|logback.*\\.xml|banner\\.txt|(junit-platform|testcontainers)\\.properties)|META-INF/.*");

    @Test
    void everyPackageSaysWhy() {
        Set<Path> packages = javaFiles(MAIN, TEST)
                .map(file -> root(file).relativize(file.getParent()))
                .filter(each -> each.getNameCount() > 2)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isNotEmpty();
        assertThat(packages.stream()
                        .filter(each -> !WHY.matcher(packageInfo(each)).find())
                        .map(each -> each + " has no package-info.java with a paragraph that starts with Why"))
                .isEmpty();
    }

    @Test
    void namesSayWhatAClassDoes() {
        assertThat(javaFiles(MAIN, TEST)
                        .filter(file -> BANNED_NAME.matcher(className(file)).matches()
                                || BANNED_PACKAGES.contains(
                                        file.getParent().getFileName().toString()))
                        .map(file -> file + " has a name that says nothing"))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(textFiles()
                        .flatMap(file -> linesOf(file)
                                .filter(line -> LEFT_OVER.matcher(line).find())
                                .map(line -> file + ": " + line)))
                .isEmpty();
    }

    @Test
    void filesFitAFewPages() {
        assertThat(javaFiles(MAIN, TEST)
                        .filter(file -> linesOf(file).count() > FILE_LINES_MAX)
                        .map(file -> file + " has more than " + FILE_LINES_MAX + " lines"))
                .isEmpty();
    }

    /** Those with a literal text apart, which neither the formatter nor a reader gains from breaking. */
    @Test
    void linesFitAPage() {
        List<String> found = new ArrayList<>();
        parse(javaFiles(MAIN, TEST), (unit, trees) -> {
            Set<Long> literal = new TreeSet<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree tree, Void nothing) {
                    if (tree.getValue() instanceof String) {
                        long last = line(unit, trees.getSourcePositions().getEndPosition(unit, tree));
                        for (long each = line(unit, start(unit, trees, tree)); each <= last; each++) {
                            literal.add(each);
                        }
                    }
                    return null;
                }
            }.scan(unit, null);
            List<String> lines =
                    linesOf(Path.of(unit.getSourceFile().getName())).toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LINE_LENGTH_MAX && !literal.contains(i + 1L)) {
                    found.add(unit.getSourceFile().getName() + ":" + (i + 1) + " has more than " + LINE_LENGTH_MAX
                            + " characters");
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void functionsFitAScreen() {
        List<String> found = new ArrayList<>();
        parse(
                javaFiles(MAIN),
                (unit, trees) -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long end = trees.getSourcePositions().getEndPosition(unit, method);
                        long lines = end < 0 ? 0 : line(unit, end) - line(unit, start(unit, trees, method)) + 1;
                        if (lines > FUNCTION_LINES_MAX) {
                            found.add("%s: %s has %d lines"
                                    .formatted(unit.getSourceFile().getName(), method.getName(), lines));
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null));
        assertThat(found).isEmpty();
    }

    private static long start(CompilationUnitTree unit, Trees trees, Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    @Test
    void cypherIsInFilesOnly() {
        List<String> found = new ArrayList<>();
        parse(
                javaFiles(MAIN),
                (unit, trees) -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        if (literal.getValue() instanceof String value
                                && CYPHER.matcher(value).find()) {
                            found.add(unit.getSourceFile().getName() + ": " + value);
                        }
                        return null;
                    }
                }.scan(unit, null));
        assertThat(found).isEmpty();
    }

    /** A resource is named in some source, by its file name or by the folder that is read as a whole. */
    @Test
    void everyResourceIsUsed() {
        String sources = textFiles()
                .filter(file -> !file.startsWith(Path.of("src/test/resources/partition")))
                .filter(file -> !file.startsWith(Path.of("cypher")))
                .map(TidyTests::text)
                .collect(Collectors.joining("\n"));
        Stream<Path> roots = Stream.of(Path.of("src/main/resources"), Path.of("src/test/resources"));
        assertThat(roots.flatMap(root -> files(root)
                        .filter(file -> !isUsed(root.relativize(file), sources))
                        .map(file -> file + " is named in no source")))
                .isEmpty();
    }

    private static boolean isUsed(Path file, String sources) {
        String name = file.toString().replace('\\', '/');
        Pattern folder = Pattern.compile("[\"/]" + Pattern.quote(name.replaceFirst("/?[^/]*$", "")) + "/?\"");
        Pattern page = Pattern.compile("[\"{/]" + Pattern.quote(pageName(file)) + "( ::|\")");
        return FOUND_BY_NAME.matcher(name).matches()
                || name.endsWith(".html") && page.matcher(sources).find()
                || sources.contains(file.getFileName().toString())
                || name.contains("/") && folder.matcher(sources).find();
    }

    /** As controllers and other pages name it. */
    private static String pageName(Path file) {
        return file.getFileName().toString().replace(".html", "");
    }

    /**
     * The build runs {@code *Tests} and {@code *IT}, on request {@code *Benchmark}, and skips a test of any other name
     * without a word; what is abstract runs under the names of its subclasses.
     */
    @Test
    void testsAreNamedSoThatTheyRun() {
        Pattern test = Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|ArchTest)\\b");
        assertThat(javaFiles(TEST)
                        .filter(file -> !className(file).endsWith("Tests"))
                        .filter(file -> !className(file).endsWith("IT"))
                        .filter(file -> !className(file).endsWith("Benchmark"))
                        .filter(file -> !text(file).contains("abstract class " + className(file)))
                        .filter(file -> test.matcher(text(file)).find())
                        .map(file -> file + " holds tests, so its name ends in Tests or IT"))
                .isEmpty();
    }

    private static void parse(Stream<Path> files, BiConsumer<CompilationUnitTree, Trees> visitor) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    fileManager,
                    null,
                    List.of("-proc:none"),
                    null,
                    fileManager.getJavaFileObjectsFromPaths(files.toList()));
            Trees trees = Trees.instance(task);
            task.parse().forEach(unit -> visitor.accept(unit, trees));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> linesOf(Path file) {
        return text(file).lines();
    }

    private static String packageInfo(Path packageFolder) {
        return Stream.of(MAIN, TEST)
                .map(root -> root.resolve(packageFolder).resolve("package-info.java"))
                .filter(Files::exists)
                .map(TidyTests::text)
                .collect(Collectors.joining());
    }

    private static Path root(Path file) {
        return file.startsWith(MAIN) ? MAIN : TEST;
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> javaFiles(Path... roots) {
        return Stream.of(roots)
                .flatMap(TidyTests::files)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> textFiles() {
        return TREES.stream().flatMap(TidyTests::files).filter(file -> text(file) != null);
    }

    private static Stream<Path> files(Path root) {
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file as text, or null when it is none. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
