package io.goldenrod.normalize;

/**
 * How much one record may hold. Exceeding one refuses the record, with a message that names the setting.
 *
 * @param identifiersMax identifiers, repeats included; 1 to 10,000
 * @param attributesMax top-level attributes; 1 to 10,000
 * @param recordBytesMax bytes of the record as compact JSON in UTF-8; 1,024 to 16 MiB
 * @param valueLengthMax UTF-16 units of an identifier's value as sent; 16 to 65,536
 * @param attributeDepthMax how deep lists and objects may nest within an attribute, a plain value being 0; 0 to 64
 * @param consentsMax purposes of consent; 1 to 1,000
 */
public record RecordLimits(
        int identifiersMax,
        int attributesMax,
        int recordBytesMax,
        int valueLengthMax,
        int attributeDepthMax,
        int consentsMax) {

    public static final RecordLimits DEFAULT = new RecordLimits(100, 200, 65_536, 1_024, 8, 50);

    public RecordLimits {
        check("identifiers-max", identifiersMax, 1, 10_000);
        check("attributes-max", attributesMax, 1, 10_000);
        check("record-bytes-max", recordBytesMax, 1_024, 16 << 20);
        check("value-length-max", valueLengthMax, 16, 65_536);
        check("attribute-depth-max", attributeDepthMax, 0, 64);
        check("consents-max", consentsMax, 1, 1_000);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "goldenrod.limits." + name + " is " + value + "; allowed are " + min + " to " + max);
        }
    }
}
