package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page, read from the files. */
class PagesTests {

    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Path PAGES = CONSOLE.resolve("pages");
    private static final Path ASSETS = CONSOLE.resolve("assets");
    private static final Path SOURCES = Path.of("src/main/java/io/goldenrod/console");

    /** {@code #{search.title}}, also with arguments. */
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

    /** {@code #{${'section.' + each}}}: all messages that begin so may be meant. */
    private static final Pattern FAMILY = Pattern.compile("'([a-zA-Z][\\w.-]*\\.)' \\+|\"([a-zA-Z][\\w.-]*\\.)\"");

    /** {@code #{${each + '.key'}}}: what is named so, with this at its end. */
    private static final Pattern SUFFIX = Pattern.compile("\\+ '(\\.[\\w.]+)'");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(">([^<>]*)<");
    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[.*?]]|#?\\$?\\{.*?}+|&\\w+;", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "th:utext(?!=\"\\$\\{\\w+\\.svg}\")|\\bstyle=|th:style|<style|\\bon[a-z]+=|th:on[a-z]+=|hx-on|\\[\\(|javascript:|js:|<script(?![^>]*src)");

    private static final Pattern ELSEWHERE = Pattern.compile("(src|href|url)\\s*[=(]\\s*[\"']?(https?:)?//");

    private final Properties messages = messages();

    @Test
    void everyWordIsInTheMessages() {
        List<String> missing = new ArrayList<>();
        files(PAGES).forEach(page -> {
            Matcher named = MESSAGE.matcher(text(page));
            while (named.find()) {
                if (!messages.containsKey(named.group(1))) {
                    missing.add(page + " names " + named.group(1));
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMessageIsUsed() {
        String all = Stream.concat(files(PAGES), files(SOURCES))
                .map(PagesTests::text)
                .collect(Collectors.joining("\n"));
        Set<String> families = new TreeSet<>();
        Matcher family = FAMILY.matcher(all);
        Matcher suffix = SUFFIX.matcher(all);
        Set<String> suffixes = new TreeSet<>();
        while (suffix.find()) {
            suffixes.add(suffix.group(1));
        }
        while (family.find()) {
            families.add(family.group(1) == null ? family.group(2) : family.group(1));
        }
        assertThat(messages.stringPropertyNames().stream()
                        .filter(key -> !all.contains("{" + key)
                                && !all.contains("\"" + key + "\"")
                                && !all.contains("'" + key + "'"))
                        .filter(key -> !isProblem(key, all))
                        .filter(key -> families.stream().noneMatch(key::startsWith))
                        .filter(key -> suffixes.stream()
                                .noneMatch(each -> key.endsWith(each)
                                        && all.contains("'" + key.substring(0, key.length() - each.length()) + "'")))
                        .sorted())
                .isEmpty();
    }

    /** Named by its key without {@code problem.}, and always with its advice. */
    private boolean isProblem(String key, String sources) {
        if (!key.startsWith("problem.")) {
            return false;
        }
        String name = key.substring("problem.".length()).replaceFirst("\\.advice$", "");
        return messages.containsKey("problem." + name)
                && messages.containsKey("problem." + name + ".advice")
                && (sources.contains("\"" + name + "\"")
                        || sources.contains("\"" + name.replaceFirst("\\.\\w+$", ".") + "\""));
    }

    @Test
    void everyMessageCanBeFormatted() {
        for (String key : messages.stringPropertyNames()) {
            assertThat(new MessageFormat(messages.getProperty(key)).format(new Object[] {1, 2, 3, 4, 5, 6}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    /** An apostrophe alone quotes what follows in a message with arguments. */
    @Test
    void apostrophesAreWrittenTwice() {
        assertThat(messages.stringPropertyNames().stream()
                        .filter(key ->
                                messages.getProperty(key).replace("''", "").contains("'")))
                .isEmpty();
    }

    @Test
    void pagesHoldNoWordsOfTheirOwn() {
        List<String> found = new ArrayList<>();
        files(PAGES).forEach(page -> {
            Matcher text = TEXT.matcher(COMMENT.matcher(text(page)).replaceAll(""));
            while (text.find()) {
                String own = EXPRESSION.matcher(text.group(1)).replaceAll("");
                if (own.matches("(?s).*\\p{L}{2,}.*")) {
                    found.add(page + ": " + own.strip());
                }
            }
        });
        assertThat(found).isEmpty();
    }

    /** What the content policy would refuse, and what would write text as markup, drawings of our own apart. */
    @Test
    void pagesHoldNoScriptsAndNoStyles() {
        List<String> found = new ArrayList<>();
        files(PAGES)
                .forEach(page -> text(page)
                        .lines()
                        .filter(line -> FORBIDDEN.matcher(line).find())
                        .forEach(line -> found.add(page + ": " + line.strip())));
        assertThat(found).isEmpty();
    }

    @Test
    void nothingComesFromOtherHosts() {
        List<String> found = new ArrayList<>();
        Stream.concat(files(PAGES), files(ASSETS))
                .forEach(file -> text(file)
                        .lines()
                        .filter(line -> ELSEWHERE.matcher(line).find())
                        .forEach(line -> found.add(file + ": " + line.strip())));
        assertThat(found).isEmpty();
    }

    /** Colours have a name, with a value for each theme. */
    @Test
    void colorsAreNamed() {
        Pattern color = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");
        List<String> found = new ArrayList<>();
        files(ASSETS)
                .filter(file ->
                        file.toString().endsWith(".css") || file.toString().endsWith(".js"))
                .forEach(file -> text(file)
                        .lines()
                        .filter(line -> color.matcher(line).find())
                        .filter(line -> !line.strip().startsWith("--") && !line.contains("shadow"))
                        .forEach(line -> found.add(file + ": " + line.strip())));
        assertThat(found).isEmpty();
    }

    private static Properties messages() {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(CONSOLE.resolve("messages.properties"))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            assertThat(files).isNotEmpty();
            return files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
