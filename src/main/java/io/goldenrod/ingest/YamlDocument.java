package io.goldenrod.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML file that people write, read as maps, lists, texts, numbers, truth values and nulls, within limits.
 *
 * <p>Plain words are texts unless JSON would read them otherwise. YAML 1.1 takes {@code NO} (Norway) for false,
 * {@code 0044} for octal and {@code 2026-05-01} for an instant, none of which anybody means who writes a policy.
 * No object is ever built from a tag: the tree of nodes is walked here.
 */
public final class YamlDocument {

    /** The size of a document, in bytes of UTF-8. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final int DEPTH_MAX = 20;
    private static final int ALIASES_MAX = 100;
    /** Counts a node once for each alias of it, so that aliases of aliases cannot grow without end. */
    private static final int NODES_MAX = 500_000;

    private static final int DIGITS_MAX = 30;

    private final String name;
    private final String text;
    private final Path folder;
    private final Map<String, Integer> lines = new HashMap<>();
    private Map<String, Object> values;
    private int nodes;

    private YamlDocument(String name, String text, Path folder) {
        this.name = name;
        this.text = text;
        this.folder = folder;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws UnreadableDocument when it is absent, too large, or not YAML that holds a map
     */
    public static YamlDocument load(Path file) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLarge(name);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Path parent = file.toAbsolutePath().getParent();
            return parse(text, name, parent == null ? file : parent);
        } catch (NoSuchFileException absent) {
            throw new UnreadableDocument(name, 0, 0, "there is no such file");
        } catch (CharacterCodingException notText) {
            throw new UnreadableDocument(name, 0, 0, "it is not a text in UTF-8");
        } catch (IOException failed) {
            throw new UnreadableDocument(
                    name, 0, 0, Files.isDirectory(file) ? "it is a directory" : "it cannot be read");
        }
    }

    /**
     * Reads a text.
     *
     * @param nameForMessages what to call it in messages
     * @throws UnreadableDocument when it is too large, or not YAML that holds a map
     */
    public static YamlDocument parse(String yaml, String nameForMessages) {
        return parse(yaml, nameForMessages, Path.of(""));
    }

    private static YamlDocument parse(String yaml, String nameForMessages, Path folder) {
        String text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
        if (text.length() > BYTES_MAX) {
            throw tooLarge(nameForMessages);
        }
        var document = new YamlDocument(nameForMessages, text, folder);
        document.read();
        return document;
    }

    /** Writes maps, lists, texts, numbers and truth values as YAML that every version of YAML reads alike. */
    public static String write(Map<String, Object> values) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        var yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()), new Representer(options), options, new LoaderOptions());
        return yaml.dump(values);
    }

    /** What to call it in messages. */
    public String name() {
        return name;
    }

    /** Where relative paths in it start: the folder of its file, or that in which the program runs. */
    public Path folder() {
        return folder;
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** Its content, in the order written; cannot be changed. */
    public Map<String, Object> values() {
        return values;
    }

    /** The line, from 1, of a path such as {@code sources.crm.owner} or {@code columns[2]}; 0 when there is none. */
    public int lineOf(String path) {
        return lines.getOrDefault(path, 0);
    }

    private void read() {
        var options = new LoaderOptions();
        options.setCodePointLimit(BYTES_MAX);
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setMaxAliasesForCollections(ALIASES_MAX);
        var yaml = new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new JsonResolver());
        try {
            Iterator<Node> documents = yaml.composeAll(new StringReader(text)).iterator();
            Node root = documents.hasNext() ? documents.next() : null;
            if (!(root instanceof MappingNode map)) {
                throw new UnreadableDocument(name, 0, 0, "it holds no map of names to values");
            }
            values = map("", map, DEPTH_MAX);
            if (documents.hasNext()) {
                throw refused(documents.next(), "a second document starts here; one file holds one");
            }
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
            throw new UnreadableDocument(
                    name,
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    broken.getProblem() == null ? "it is not YAML" : broken.getProblem());
        } catch (YAMLException broken) {
            String reason = broken.getMessage() == null ? "it is not YAML" : broken.getMessage();
            throw new UnreadableDocument(name, 0, 0, reason.lines().findFirst().orElse("it is not YAML"));
        }
    }

    private Object value(String path, Node node, int depthMax) {
        if (++nodes > NODES_MAX) {
            throw refused(node, "it holds more than " + NODES_MAX + " values");
        }
        if (depthMax == 0) {
            throw refused(node, "it is nested more than " + DEPTH_MAX + " deep");
        }
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode map && Tag.MAP.equals(node.getTag())) {
            return map(path, map, depthMax);
        }
        if (node instanceof SequenceNode sequence && Tag.SEQ.equals(node.getTag())) {
            var list = new ArrayList<Object>();
            for (Node element : sequence.getValue()) {
                list.add(value(path + "[" + list.size() + "]", element, depthMax - 1));
            }
            return Collections.unmodifiableList(list);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        throw refused(node, "the tag " + node.getTag().getValue() + " is not allowed");
    }

    private Map<String, Object> map(String path, MappingNode node, int depthMax) {
        var map = new LinkedHashMap<String, Object>();
        for (NodeTuple tuple : node.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode scalar) || !(scalar(scalar) instanceof String key)) {
                throw refused(keyNode, "a key is a text: write it in quotes");
            }
            if (map.containsKey(key)) {
                throw refused(keyNode, "the key stands here a second time");
            }
            String place = path.isEmpty() ? key : path + "." + key;
            lines.putIfAbsent(place, keyNode.getStartMark().getLine() + 1);
            map.put(key, value(place, tuple.getValueNode(), depthMax - 1));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object scalar(ScalarNode scalar) {
        String written = scalar.getValue();
        Tag tag = scalar.getTag();
        if (Tag.STR.equals(tag)) {
            return written;
        }
        if (Tag.NULL.equals(tag)) {
            return null;
        }
        if (Tag.BOOL.equals(tag) && List.of("true", "false").contains(written)) {
            return Boolean.valueOf(written);
        }
        try {
            if (Tag.INT.equals(tag) && written.length() <= DIGITS_MAX) {
                var number = new BigInteger(written);
                return number.bitLength() < 32 ? (Number) number.intValue() : number;
            }
            if (Tag.FLOAT.equals(tag) && written.length() <= DIGITS_MAX) {
                return Double.valueOf(written);
            }
        } catch (NumberFormatException notOne) {
            throw refused(scalar, "it is not the number that its tag says");
        }
        throw refused(
                scalar,
                Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)
                        ? "a number has at most " + DIGITS_MAX + " characters; write a text in quotes"
                        : "the tag " + tag.getValue() + " is not allowed");
    }

    private UnreadableDocument refused(Node node, String reason) {
        Mark mark = node.getStartMark();
        return new UnreadableDocument(name, mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    private static UnreadableDocument tooLarge(String name) {
        return new UnreadableDocument(name, 0, 0, "it is larger than " + BYTES_MAX + " bytes");
    }
}
