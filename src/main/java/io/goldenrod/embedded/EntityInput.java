package io.goldenrod.embedded;

import io.goldenrod.load.GraphEntities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.batchimport.api.InputIterable;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.PropertySizeCalculator;
import org.neo4j.batchimport.api.input.ReadableGroups;

/** A graph as the importer asks for it: in parts, from several threads. The numbers of nodes are those of the store. */
final class EntityInput implements Input {

    private static final int PART_NODES = 1_000;

    /** For the importer's guess at the size of the store, by which it divides its memory. */
    private static final long NODE_PROPERTIES = 12;

    private static final long PROPERTY_BYTES = 40;

    private final GraphEntities graph;

    EntityInput(GraphEntities graph) {
        this.graph = graph;
    }

    @Override
    public InputIterable nodes(Collector bad) {
        return () -> new Parts(() -> new Part() {
            @Override
            boolean tell(long number, InputEntityVisitor visitor) throws IOException {
                List<IOException> failed = new ArrayList<>(0);
                graph.node(number, (properties, labels) -> {
                    visitor.id(number);
                    visitor.labels(labels);
                    end(visitor, properties, failed);
                });
                rethrow(failed);
                return true;
            }
        });
    }

    @Override
    public InputIterable relationships(Collector bad) {
        return () -> new Parts(() -> new Part() {
            @Override
            boolean tell(long number, InputEntityVisitor visitor) throws IOException {
                List<IOException> failed = new ArrayList<>(0);
                int[] told = new int[1];
                graph.relationships(number, (type, end, properties) -> {
                    told[0]++;
                    visitor.startId(number);
                    visitor.endId(end);
                    visitor.type(type);
                    end(visitor, properties, failed);
                });
                rethrow(failed);
                return told[0] > 0;
            }
        });
    }

    private static void end(InputEntityVisitor visitor, Map<String, Object> properties, List<IOException> failed) {
        properties.forEach((name, value) -> {
            if (value instanceof List<?> texts) {
                visitor.property(name, texts.toArray(String[]::new));
            } else if (value != null) {
                visitor.property(name, value);
            }
        });
        try {
            visitor.endOfEntity();
        } catch (IOException e) {
            failed.add(e);
        }
    }

    private static void rethrow(List<IOException> failed) throws IOException {
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }

    @Override
    public IdType idType() {
        return IdType.ACTUAL;
    }

    @Override
    public ReadableGroups groups() {
        return ReadableGroups.EMPTY;
    }

    @Override
    public Estimates validateAndEstimate(PropertySizeCalculator sizes) {
        long relationships = graph.relationshipsEstimated();
        return new Estimates(
                graph.nodes(),
                relationships,
                graph.nodes() * NODE_PROPERTIES,
                relationships,
                graph.nodes() * NODE_PROPERTIES * PROPERTY_BYTES,
                relationships * PROPERTY_BYTES,
                graph.nodes());
    }

    /** Makes a part. */
    private interface Maker {
        Part make();
    }

    /** Hands out parts of the nodes, each to whoever asks first. */
    private final class Parts implements InputIterator {

        private final Maker maker;
        private final AtomicLong next = new AtomicLong();

        Parts(Maker maker) {
            this.maker = maker;
        }

        @Override
        public InputChunk newChunk() {
            return maker.make();
        }

        @Override
        public boolean next(InputChunk chunk) {
            long from = next.getAndAdd(PART_NODES);
            if (from >= graph.nodes()) {
                return false;
            }
            ((Part) chunk).open(from, Math.min(graph.nodes(), from + PART_NODES));
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Some nodes, or the relationships that go out from them. */
    private abstract static class Part implements InputChunk {

        private long at;
        private long end;

        void open(long from, long to) {
            at = from;
            end = to;
        }

        /** Whether there was anything to tell. */
        abstract boolean tell(long number, InputEntityVisitor visitor) throws IOException;

        @Override
        public boolean next(InputEntityVisitor visitor) throws IOException {
            while (at < end) {
                if (tell(at++, visitor)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
