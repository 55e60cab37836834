package io.goldenrod.neo4j;

import java.util.List;
import java.util.Map;

/**
 * One row of an answer. A column is converted when it is asked for, so that a large answer is not copied twice.
 *
 * <p>Asking for a column that the statement does not return, or for another type than it has, is an error in this
 * program and throws.
 */
interface Row {

    /** The column as plain Java ({@code String, Long, Double, Boolean, List, Map}, a temporal type), or null. */
    Object value(String column);

    /** The text, or null. */
    String text(String column);

    /** The whole number, which must not be null. */
    long number(String column);

    /** The truth value, which must not be null. */
    boolean flag(String column);

    /** The texts, or an empty list when the column is null. */
    List<String> texts(String column);

    /** The values, or an empty list when the column is null. */
    List<Object> list(String column);

    /** The properties, or an empty map when the column is null; of a node or relationship as well. */
    Map<String, Object> map(String column);

    /** The maps of a list of maps, or an empty list when the column is null. */
    List<Map<String, Object>> maps(String column);
}
