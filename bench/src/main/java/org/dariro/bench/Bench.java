package org.dariro.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dariro.bench.console.ConsoleBench;
import org.dariro.bench.kill.KillBench;
import org.dariro.bench.ledger.LedgerBench;
import org.dariro.bench.load.LoadBench;
import org.dariro.bench.replay.BudgetBench;
import org.dariro.bench.replay.ReplayBench;
import org.dariro.bench.replay.SweepBench;
import org.dariro.bench.screen.ScreenBench;
import org.dariro.bench.segments.SegmentsBench;

/** The command line: {@code bench/run NAME args...}; the names and options stand in {@code docs/bench.md}. */
public final class Bench {
    private static final Logger ROOT = Logger.getLogger("");

    private Bench() {}

    /** Runs one bench; ends with 1 when what it measured is wrong, with 2 when it could not run. */
    public static void main(String[] args) {
        ROOT.setLevel(Level.WARNING);
        List<String> words = List.of(args);
        boolean good;
        try {
            good = run(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(2);
            return;
        }
        System.exit(good ? 0 : 1); // threads of a fake carrier may still wait
    }

    /** The project's directory, which {@code bench/run} names. */
    private static Path root() {
        return Path.of(System.getProperty("dariro.root", "."));
    }

    private static boolean run(List<String> words) throws Exception {
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (name) {
            case "replay" -> new ReplayBench(System.out).run(rest);
            case "load" -> new LoadBench(System.out, root()).run(rest);
            case "console" -> new ConsoleBench(System.out, root()).run(rest);
            case "kill" -> new KillBench(System.out, root()).run(rest);
            case "sweep" -> new SweepBench(System.out).run(rest);
            case "budget" -> new BudgetBench(System.out).run(rest);
            case "ledger" -> new LedgerBench(System.out).run(rest);
            case "segments" -> new SegmentsBench(System.out).run(rest);
            case "screen" -> new ScreenBench(System.out, root()).run(rest);
            default ->
                throw new IllegalArgumentException(
                        "usage: bench/run replay|load|console|kill|ledger|screen|segments|sweep|budget ...   (see docs/bench.md)");
        };
    }
}
