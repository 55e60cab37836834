package io.goldenrod.ingest.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes rows of the values of a file's columns. */
final class RowConverter extends RecordMaterializer<RowConverter.Row> {

    /** One row. */
    record Row(Map<String, Object> values) {}

    private final Struct root;
    private Map<String, Object> last;

    RowConverter(MessageType schema) {
        this.root = new Struct(schema, row -> last = row);
    }

    @Override
    public Row getCurrentRecord() {
        return new Row(last);
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static Converter converter(Type type, Consumer<Object> sink) {
        if (type.isPrimitive()) {
            return new ValueConverter(type.asPrimitiveType(), sink);
        }
        GroupType group = type.asGroupType();
        boolean wrapsOne = group.getFieldCount() == 1 && group.getType(0).isRepetition(Type.Repetition.REPEATED);
        if (wrapsOne && type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            return new ListConverter(group, sink);
        }
        boolean map = type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
                || type.getLogicalTypeAnnotation() instanceof MapKeyValueTypeAnnotation;
        if (wrapsOne
                && map
                && !group.getType(0).isPrimitive()
                && group.getType(0).asGroupType().getFieldCount() == 2) {
            return new MapConverter(group.getType(0).asGroupType(), sink);
        }
        return new Struct(group, sink::accept);
    }

    /** An object: its fields by name. */
    private static final class Struct extends GroupConverter {
        private final Converter[] fields;
        private final Consumer<Map<String, Object>> sink;
        private Map<String, Object> values;

        Struct(GroupType type, Consumer<Map<String, Object>> sink) {
            this.sink = sink;
            this.fields = new Converter[type.getFieldCount()];
            for (int i = 0; i < fields.length; i++) {
                Type field = type.getType(i);
                String name = field.getName();
                fields[i] = converter(
                        field,
                        field.isRepetition(Type.Repetition.REPEATED)
                                ? value -> append(name, value)
                                : value -> values.put(name, value));
            }
        }

        @SuppressWarnings("unchecked")
        private void append(String name, Object value) {
            ((List<Object>) values.computeIfAbsent(name, key -> new ArrayList<>())).add(value);
        }

        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        @Override
        public void start() {
            values = new LinkedHashMap<>();
        }

        @Override
        public void end() {
            sink.accept(values);
        }
    }

    /** A list, written in any of the ways that the format has known; elements that are null are left out. */
    private static final class ListConverter extends GroupConverter {
        private final Converter element;
        private final Consumer<Object> sink;
        private List<Object> values;

        ListConverter(GroupType list, Consumer<Object> sink) {
            this.sink = sink;
            Type repeated = list.getType(0);
            Consumer<Object> add = value -> values.add(value);
            this.element = isElement(list, repeated)
                    ? converter(repeated, add)
                    : new Inner(converter(repeated.asGroupType().getType(0), add));
        }

        /** The format's rules for files of old writers. */
        private static boolean isElement(GroupType list, Type repeated) {
            return repeated.isPrimitive()
                    || repeated.asGroupType().getFieldCount() > 1
                    || repeated.getName().equals("array")
                    || repeated.getName().equals(list.getName() + "_tuple");
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {
            values = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(values);
        }
    }

    /** The group that the format puts between a list and its elements. */
    private static final class Inner extends GroupConverter {
        private final Converter only;

        Inner(Converter only) {
            this.only = only;
        }

        @Override
        public Converter getConverter(int field) {
            return only;
        }

        @Override
        public void start() {
            // The element says what there is.
        }

        @Override
        public void end() {
            // The element says what there is.
        }
    }

    private static final class MapConverter extends GroupConverter {
        private final Consumer<Object> sink;
        private final GroupConverter entry;
        private Map<String, Object> values;
        private Object key;
        private Object value;

        MapConverter(GroupType type, Consumer<Object> sink) {
            this.sink = sink;
            Converter keys = converter(type.getType(0), each -> key = each);
            Converter contents = converter(type.getType(1), each -> value = each);
            this.entry = new GroupConverter() {
                @Override
                public Converter getConverter(int field) {
                    return field == 0 ? keys : contents;
                }

                @Override
                public void start() {
                    key = null;
                    value = null;
                }

                @Override
                public void end() {
                    if (value != null) {
                        values.put(String.valueOf(key), value);
                    }
                }
            };
        }

        @Override
        public Converter getConverter(int field) {
            return entry;
        }

        @Override
        public void start() {
            values = new LinkedHashMap<>();
        }

        @Override
        public void end() {
            sink.accept(values);
        }
    }
}
