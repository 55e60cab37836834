package io.goldenrod.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it was measured on. */
final class Machine {

    private Machine() {}

    /** Facts by name; the load is that of the last minute. */
    static Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        var system = ManagementFactory.getOperatingSystemMXBean();
        facts.put("processor", processor());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        if (system instanceof com.sun.management.OperatingSystemMXBean machine) {
            facts.put("memoryMiB", machine.getTotalMemorySize() >> 20);
        }
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("loadBefore", system.getSystemLoadAverage());
        return facts;
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
