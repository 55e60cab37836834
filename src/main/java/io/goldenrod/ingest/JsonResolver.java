package io.goldenrod.ingest;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Takes a plain word for what JSON takes it for, and for a text otherwise; an empty one or {@code ~} is null. */
final class JsonResolver extends Resolver {

    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern NOTHING = Pattern.compile("null|~|");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tf");
        addImplicitResolver(Tag.NULL, NOTHING, "n~\0");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.FLOAT, FRACTION, "-0123456789");
    }
}
