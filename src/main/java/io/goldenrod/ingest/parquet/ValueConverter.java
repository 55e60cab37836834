package io.goldenrod.ingest.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** One value of a column as a string, number or boolean. */
final class ValueConverter extends PrimitiveConverter {

    /** Whole numbers that a double holds exactly. */
    private static final double WHOLE_MAX = 1L << 53;

    private final PrimitiveTypeName physical;
    private final LogicalTypeAnnotation meaning;
    private final Consumer<Object> sink;
    private Object[] words;

    ValueConverter(PrimitiveType type, Consumer<Object> sink) {
        this.physical = type.getPrimitiveTypeName();
        this.meaning = type.getLogicalTypeAnnotation();
        this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
        return physical == PrimitiveTypeName.BINARY;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        words = new Object[dictionary.getMaxId() + 1];
        for (int i = 0; i < words.length; i++) {
            words[i] = binary(dictionary.decodeToBinary(i));
        }
    }

    @Override
    public void addValueFromDictionary(int word) {
        sink.accept(words[word]);
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(binary(value));
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(value);
    }

    @Override
    public void addInt(int value) {
        boolean unsigned = meaning instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        sink.accept(
                meaning instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(value).toString()
                        : whole(unsigned ? Integer.toUnsignedLong(value) : value));
    }

    @Override
    public void addLong(long value) {
        sink.accept(whole(value));
    }

    /** Whole numbers with gaps are often written as fractions: the fraction that nobody meant is left out. */
    @Override
    public void addDouble(double value) {
        if (!Double.isFinite(value)) {
            sink.accept(String.valueOf(value));
        } else if (value == Math.rint(value) && Math.abs(value) <= WHOLE_MAX) {
            sink.accept((long) value);
        } else {
            sink.accept(value);
        }
    }

    @Override
    public void addFloat(float value) {
        if (value == Math.rint(value) || !Float.isFinite(value)) {
            addDouble(value);
        } else {
            sink.accept(new BigDecimal(Float.toString(value)));
        }
    }

    private Object whole(long value) {
        if (meaning instanceof TimestampLogicalTypeAnnotation time) {
            Instant instant = Instant.EPOCH.plus(value, unit(time.getUnit()));
            return time.isAdjustedToUTC()
                    ? instant.toString()
                    : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
        }
        if (meaning instanceof TimeLogicalTypeAnnotation time) {
            return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(value, decimal.getScale());
        }
        boolean unsigned = meaning instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        return unsigned && value < 0 ? new BigInteger(Long.toUnsignedString(value)) : (Object) value;
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private Object binary(Binary value) {
        if (physical == PrimitiveTypeName.INT96) {
            ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            long nanoseconds = bytes.getLong();
            LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, bytes.getInt());
            return day.atStartOfDay()
                    .plusNanos(nanoseconds)
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale());
        }
        if (meaning instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = value.toByteBuffer();
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return new String(value.getBytes(), StandardCharsets.UTF_8);
    }
}
