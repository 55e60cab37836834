package io.goldenrod.benchmark;

/** Sizes, from system properties. */
final class Setting {

    private Setting() {}

    /** The property {@code benchmark.<name>}. */
    static int of(String name, int otherwise) {
        return Integer.getInteger("benchmark." + name, otherwise);
    }

    static String of(String name, String otherwise) {
        return System.getProperty("benchmark." + name, otherwise);
    }
}
