package io.goldenrod.neo4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One numbered change of the schema.
 *
 * @param version its number, from 1 without gaps
 * @param description what it does, from the file's name
 * @param checksum SHA-256 (hex) of the file, whichever line ends it was checked out with
 * @param statements in order, each repeatable
 */
record Migration(int version, String description, String checksum, List<Statement> statements) {

    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3})__([a-z0-9-]+)\\.cypher");
    private static final Pattern CONSTRAINT =
            Pattern.compile("\\b(CREATE|DROP)\\s+CONSTRAINT\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /** A statement of a migration: it has no file of its own. */
    private record Step(CypherFile file) implements Statement {}

    static Migration of(String fileName, String content) {
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches()) {
            throw new IllegalStateException(
                    "cypher/migrations/" + fileName + " is not named V001__what-it-does.cypher");
        }
        String text = content.replace("\r\n", "\n");
        List<Statement> steps = new ArrayList<>();
        for (String statement : StatementSplitter.split(text)) {
            String step = "migrations/" + fileName + ", statement " + (steps.size() + 1);
            steps.add(new Step(new CypherFile(step, statement)));
        }
        return new Migration(
                Integer.parseInt(name.group(1)), name.group(2).replace('-', ' '), sha256(text), List.copyOf(steps));
    }

    /** Those of this program, in order. */
    static List<Migration> all() {
        try {
            List<Migration> found = new ArrayList<>();
            var resolver = new PathMatchingResourcePatternResolver(Migration.class.getClassLoader());
            for (Resource file : resolver.getResources("classpath:cypher/migrations/*.cypher")) {
                found.add(of(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return inOrder(found);
        } catch (IOException e) {
            throw new IllegalStateException("the migrations cannot be read", e);
        }
    }

    static List<Migration> inOrder(List<Migration> migrations) {
        List<Migration> sorted = new ArrayList<>(migrations);
        sorted.sort(Comparator.comparingInt(Migration::version));
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).version() != i + 1) {
                throw new IllegalStateException("migration V%03d is missing or there twice".formatted(i + 1));
            }
        }
        if (sorted.isEmpty()) {
            throw new IllegalStateException("this program is incomplete: it has no migrations");
        }
        return List.copyOf(sorted);
    }

    /** The constraints that are there once all of them are applied, by name. */
    static Set<String> constraints(List<Migration> migrations) {
        Set<String> names = new TreeSet<>();
        for (Migration migration : migrations) {
            for (Statement statement : migration.statements()) {
                Matcher constraint = CONSTRAINT.matcher(statement.file().text());
                while (constraint.find()) {
                    if (constraint.group(1).equalsIgnoreCase("CREATE")) {
                        names.add(constraint.group(2));
                    } else {
                        names.remove(constraint.group(2));
                    }
                }
            }
        }
        return names;
    }

    String label() {
        return "V%03d (%s)".formatted(version, description);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
