package io.goldenrod.bulk;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.SourceRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what a record says beside its identifiers as bytes, and reads it back as an equal value. Names of attributes
 * are written as numbers, as the same few come again and again. Safe for use by several threads.
 */
final class Said {

    /** Of more names, the others are written out. */
    private static final int NAMES_MAX = 4_096;

    private static final int TEXT = 0;
    private static final int SAME_TEXT = 1;
    private static final int TRUE = 2;
    private static final int FALSE = 3;
    private static final int INTEGER = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int BIG_INTEGER = 7;
    private static final int DECIMAL = 8;
    private static final int LIST = 9;
    private static final int MAP = 10;
    private static final int NULL = 11;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final String[] names = new String[NAMES_MAX];
    private final AtomicInteger named = new AtomicInteger();

    /** What was read back. */
    record Content(SortedMap<String, AttributeValue> attributes, SortedMap<String, Boolean> consent) {}

    void write(SourceRecord record, Bytes out) {
        out.putNumber(record.attributes().size());
        for (Map.Entry<String, AttributeValue> each : record.attributes().entrySet()) {
            writeName(each.getKey(), out);
            AttributeValue value = each.getValue();
            if (value.comparable().equals(value.value())) {
                out.put(SAME_TEXT);
                out.putWithLength(value.comparable());
            } else {
                writeValue(value.value(), out);
                out.putWithLength(value.comparable());
            }
        }
        out.putNumber(record.consent().size());
        for (Map.Entry<String, Boolean> each : record.consent().entrySet()) {
            writeName(each.getKey(), out);
            out.put(each.getValue() ? 1 : 0);
        }
    }

    private void writeName(String name, Bytes out) {
        Integer number = numbers.get(name);
        if (number == null && named.get() < NAMES_MAX) {
            number = numbers.computeIfAbsent(name, absent -> {
                int next = named.getAndIncrement();
                if (next >= NAMES_MAX) {
                    return null;
                }
                names[next] = absent;
                return next;
            });
        }
        out.putNumber(number == null ? 0 : number + 1);
        if (number == null) {
            out.putWithLength(name);
        }
    }

    private String readName(Bytes in) {
        int number = (int) in.getNumber();
        return number == 0 ? in.getText() : names[number - 1];
    }

    private void writeValue(Object value, Bytes out) {
        if (value instanceof String text) {
            out.put(TEXT);
            out.putWithLength(text);
        } else if (value instanceof Boolean flag) {
            out.put(flag ? TRUE : FALSE);
        } else if (value instanceof Number number) {
            out.put(kindOf(number));
            out.putWithLength(number.toString());
        } else if (value instanceof List<?> list) {
            out.put(LIST);
            out.putNumber(list.size());
            list.forEach(each -> writeValue(each, out));
        } else if (value instanceof Map<?, ?> map) {
            out.put(MAP);
            out.putNumber(map.size());
            map.forEach((name, each) -> {
                writeName((String) name, out);
                writeValue(each, out);
            });
        } else if (value == null) {
            out.put(NULL);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static int kindOf(Number number) {
        return number instanceof Integer
                ? INTEGER
                : number instanceof Long
                        ? LONG
                        : number instanceof BigInteger ? BIG_INTEGER : number instanceof Double ? DOUBLE : DECIMAL;
    }

    Content read(Bytes in) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        for (long left = in.getNumber(); left > 0; left--) {
            String name = readName(in);
            int kind = in.get();
            if (kind == SAME_TEXT) {
                String text = in.getText();
                attributes.put(name, new AttributeValue(text, text));
            } else {
                Object value = readValue(kind, in);
                attributes.put(name, new AttributeValue(value, in.getText()));
            }
        }
        SortedMap<String, Boolean> consent = new TreeMap<>();
        for (long left = in.getNumber(); left > 0; left--) {
            String purpose = readName(in);
            consent.put(purpose, in.get() == 1);
        }
        return new Content(attributes, consent);
    }

    private Object readValue(int kind, Bytes in) {
        return switch (kind) {
            case TEXT -> in.getText();
            case TRUE -> true;
            case FALSE -> false;
            case INTEGER -> Integer.valueOf(in.getText());
            case LONG -> Long.valueOf(in.getText());
            case DOUBLE -> Double.valueOf(in.getText());
            case BIG_INTEGER -> new BigInteger(in.getText());
            case DECIMAL -> new BigDecimal(in.getText());
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (long left = in.getNumber(); left > 0; left--) {
                    list.add(readValue(in.get(), in));
                }
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (long left = in.getNumber(); left > 0; left--) {
                    String name = readName(in);
                    map.put(name, readValue(in.get(), in));
                }
                yield map;
            }
            case NULL -> null;
            default -> throw new IllegalStateException("a kind of value that was never written");
        };
    }
}
