package io.goldenrod.embedded;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Entity;

/** Values as a driver gives them: lists and not arrays, one type of whole number, and no entities of the database. */
final class PlainValues {

    private PlainValues() {}

    static Object of(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof Entity entity) {
            return map(entity.getAllProperties());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>(list.size());
            list.forEach(each -> plain.add(of(each)));
            return plain;
        }
        if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            List<Object> plain = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                plain.add(of(Array.get(value, i)));
            }
            return plain;
        }
        return value;
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> plain = new HashMap<>(2 * map.size());
        map.forEach((key, value) -> plain.put((String) key, of(value)));
        return plain;
    }
}
