package io.goldenrod.neo4j;

import java.util.List;
import java.util.Map;

/** A row of a database in this process. */
record InProcessRow(List<String> columns, Object[] values) implements Row {

    @Override
    public Object value(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("the statement returns no column " + column);
        }
        return values[place];
    }

    @Override
    public String text(String column) {
        return (String) value(column);
    }

    @Override
    public long number(String column) {
        return (Long) value(column);
    }

    @Override
    public boolean flag(String column) {
        return (Boolean) value(column);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> texts(String column) {
        Object value = value(column);
        return value == null ? List.of() : (List<String>) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Object> list(String column) {
        Object value = value(column);
        return value == null ? List.of() : (List<Object>) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String column) {
        Object value = value(column);
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> maps(String column) {
        Object value = value(column);
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
