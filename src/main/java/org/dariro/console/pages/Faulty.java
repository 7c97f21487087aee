package org.dariro.console.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dariro.console.api.CsvFault;
import org.dariro.conversation.Fault;
import org.dariro.safeguarding.AlertFault;

/** Says in the language of the pages what is wrong. */
final class Faulty {
    private Faulty() {}

    /** Words of the bundles for a fault where there are any, else its own. */
    static String words(Visit visit, List<Fault> faults) {
        return faults.stream().map(fault -> words(visit, fault)).collect(Collectors.joining(" "));
    }

    static String words(Visit visit, Fault fault) {
        if (fault instanceof CsvFault cell) {
            String said = visit.text(
                    "csv-fault-" + Words.label(cell.reason()), cell.values().toArray());
            return cell.row() == 0 ? said : visit.text("csv-row", cell.row(), cell.column(), said);
        }
        String key = "fault-"
                + (fault instanceof Enum<?> one
                        ? one.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        : "");
        return visit.words().known(key).orElse(fault.words());
    }

    static String words(Visit visit, AlertFault fault) {
        return visit.words().known("alert-fault-" + Words.label(fault.reason())).orElse(fault.words());
    }
}
