package io.goldenrod.bulk.file;

/** A column of a table. */
record Column(String name, Type type) {

    /** What a column holds; null where there is nothing. */
    enum Type {
        /** A {@code String}. */
        TEXT,
        /** A {@code Long}. */
        COUNT,
        /** A {@code Double}. */
        NUMBER,
        /** An {@code Instant}. */
        TIME,
        /** A {@code Map} of JSON values: an object in NDJSON, its text elsewhere. */
        OBJECT
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column count(String name) {
        return new Column(name, Type.COUNT);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME);
    }

    static Column object(String name) {
        return new Column(name, Type.OBJECT);
    }
}
