package io.goldenrod.neo4j;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** A row as the driver received it. */
record DriverRow(Record found) implements Row {

    @Override
    public Object value(String column) {
        return get(column).asObject();
    }

    @Override
    public String text(String column) {
        Value value = get(column);
        return value.isNull() ? null : value.asString();
    }

    @Override
    public long number(String column) {
        return get(column).asLong();
    }

    @Override
    public boolean flag(String column) {
        return get(column).asBoolean();
    }

    @Override
    public List<String> texts(String column) {
        return get(column).asList(Values.ofString(), List.of());
    }

    @Override
    public List<Object> list(String column) {
        return get(column).asList(Values.ofObject(), List.of());
    }

    @Override
    public Map<String, Object> map(String column) {
        Value value = get(column);
        return value.isNull() ? Map.of() : value.asMap(Values.ofObject());
    }

    @Override
    public List<Map<String, Object>> maps(String column) {
        return get(column).asList(each -> each.asMap(Values.ofObject()), List.of());
    }

    private Value get(String column) {
        Value value = found.get(column);
        if (value.isNull() && !found.containsKey(column)) {
            throw new IllegalArgumentException("the statement returns no column " + column);
        }
        return value;
    }
}
