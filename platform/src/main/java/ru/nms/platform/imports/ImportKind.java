package ru.nms.platform.imports;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// One kind of file a service takes in. A bean per kind.
public interface ImportKind {

    /// As it stands in the form field `kind`: `people`, `results` …
    String name();

    Columns columns();

    /// Who may import this kind.
    Set<Role> roles();

    /// Takes over a batch inside the transaction that also records the progress: reads the cells, notes faults on the
    /// rows that cannot be taken, and stores the others with few statements, announcements included. To validate, the
    /// platform calls this too and rolls back. What a row changes is noted on it by [Row#differs].
    ///
    /// @param caller who sent the file
    /// @return a verdict for each row, in their order; a row with faults must be [Verdict#REFUSED]
    Mono<List<Verdict>> apply(Caller caller, List<Row> rows);

    /// What became of a row.
    enum Verdict { CREATED, CHANGED, UNCHANGED, REFUSED }
}
