package org.dariro.programme.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of an export.
 *
 * @param file its name
 * @param columns in their order
 */
record Sheet<R>(String file, List<Column<R>> columns) {
    Sheet {
        columns = List.copyOf(columns);
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    List<@Nullable Object> cells(R row) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (Column<R> column : columns) {
            cells.add(column.value().apply(row));
        }
        return cells;
    }
}
