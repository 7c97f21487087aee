package org.dariro.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a process used, as Linux tells it in {@code /proc}. */
public final class ProcessFigures {
    /** Clock ticks a second; 100 on every Linux that matters. */
    private static final double TICKS = 100;

    private ProcessFigures() {}

    /** CPU seconds of a process so far, or NaN when it is not to be seen. */
    public static double cpuSeconds(long pid) {
        return stat(Path.of("/proc", Long.toString(pid))).map(Stat::cpu).orElse(Double.NaN);
    }

    /** CPU seconds so far of the processes that a process has started. */
    public static double childrenCpuSeconds(long pid) {
        double sum = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path one : all) {
                sum += stat(one)
                        .filter(stat -> stat.parent() == pid)
                        .map(Stat::cpu)
                        .orElse(0.0);
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return sum;
    }

    private record Stat(long parent, double cpu) {}

    private static Optional<Stat> stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Stat(
                    Long.parseLong(fields[1]), (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Resident memory in MB, or 0 when it is not to be seen. */
    public static long residentMb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // told by the 0
        }
        return 0;
    }

    /** The machine, in a few words. */
    public static String machine() {
        String model = "";
        try {
            model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            // the count of processors says enough
        }
        return Runtime.getRuntime().availableProcessors() + " cores " + model + ", JDK "
                + Runtime.version().feature();
    }
}
