package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class GoldenrodSettingsTests {

    private static final Path YAML = Path.of("src/main/resources/application.yml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):([^}]*)}");

    @Test
    void theFileSaysTheSameAsTheDefaults() throws IOException {
        assertThat(bind(yaml())).isEqualTo(bind());
        assertThat(bind().dataDir()).isEqualTo("./data");
        assertThat(bind().limits().requestBytesMax().toMegabytes()).isEqualTo(10);
    }

    @Test
    void theFileListsEverySettingWithItsEnvironmentVariable() throws IOException {
        int settings = 0;
        for (String name : yaml().getPropertyNames()) {
            if (!name.startsWith("goldenrod.") && !name.equals("server.port") && !name.equals("server.address")) {
                continue;
            }
            settings++;
            Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(yaml().getProperty(name)));
            assertThat(placeholder.matches()).as(name).isTrue();
            assertThat(placeholder.group(1))
                    .isEqualTo(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
        }
        assertThat(settings).isEqualTo(leaves(GoldenrodSettings.class) + 2);
    }

    @Test
    void theFileHasACommentOnEachKey() throws IOException {
        List<String> lines = Files.readAllLines(YAML);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\s+[\\w.-]+: \\S.*")) {
                assertThat(lines.get(i - 1)).as("above " + lines.get(i)).matches("\\s+# \\S.*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goldenrod.neo4j.call-deadline | 1ms | callDeadline is 10 to 3600000 milliseconds, not 1",
                "goldenrod.neo4j.call-deadline | soon | the setting goldenrod.neo4j.call-deadline is not a Duration",
                "goldenrod.neo4j.acquisition-timeout | 31s | acquisitionTimeout is 10 to 30000",
                "goldenrod.neo4j.username | neo4j | set neo4j.uri as well",
                "goldenrod.embedded.bolt-port | 65536 | embedded.bolt-port is 0 to 65535",
                "goldenrod.embedded.page-cache | 1MB | at least 8MB",
                "goldenrod.limits.record-bytes-max | 1GB | limits.record-bytes-max is 1073741824; allowed are 1024 to 16777216",
                "goldenrod.data-dir | '' | data-dir is not empty",
                "goldenrod.data-dri | x | there is no setting goldenrod.data-dri",
            })
    void refusesWhatCannotBeInOneLineThatNamesIt(String name, String value, String line) {
        assertThatThrownBy(() -> bind(new MapPropertySource("test", Map.of(name, value))))
                .satisfies(failure -> {
                    StartFailure told = StartFailure.of(failure);
                    assertThat(told.line()).contains(line).doesNotContain("\n");
                    assertThat(told.code()).isEqualTo(ExitCode.USAGE);
                });
    }

    @Test
    void showsNoPassword() {
        GoldenrodSettings settings = bind(new MapPropertySource(
                "test",
                Map.of(
                        "goldenrod.neo4j.uri", "bolt://host:7687",
                        "goldenrod.neo4j.username", "ada",
                        "goldenrod.neo4j.password", "very-secret")));
        assertThat(settings.toString()).contains("bolt://host").doesNotContain("very-secret");
        assertThat(settings.databaseSettings("bolt://host:7687").toString()).doesNotContain("very-secret");
    }

    private static GoldenrodSettings bind(PropertySource<?>... sources) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources all = environment.getPropertySources();
        all.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        for (PropertySource<?> source : sources) {
            all.addFirst(source);
        }
        return DatabaseStart.bind(environment);
    }

    private static EnumerablePropertySource<?> yaml() throws IOException {
        return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application", new FileSystemResource(YAML))
                .get(0);
    }

    private static int leaves(Class<?> type) {
        int count = 0;
        for (var component : type.getRecordComponents()) {
            count += component.getType().isRecord() ? leaves(component.getType()) : 1;
        }
        return count;
    }
}
