package io.sluice.benchmark.comparison;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a comparison ran, and how busy the machine was when it began. */
record Environment(String revision, String machine, String jdk, double loadBefore) {

    static Environment now() throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var machine = "%s, %d processors, %d GiB, %s %s"
                .formatted(
                        processor(),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        system.getName(),
                        system.getVersion());
        var jdk = "%s %s".formatted(System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
        return new Environment(
                System.getProperty("benchmark.revision", "unknown"), machine, jdk, system.getSystemLoadAverage());
    }

    String load() {
        return loadBefore < 0 ? "not known" : String.format(Locale.ROOT, "%.2f", loadBefore);
    }

    private static String processor() throws IOException {
        var file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
