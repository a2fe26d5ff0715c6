package ru.nms.registry.keeping;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ru.nms.platform.table.Column;

/// The document by which something was decided.
public record Act(@NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 100) String number, @NotNull LocalDate date) {

    /// The columns of the document in the field `act`.
    public static Stream<Column> columns() {
        return Stream.of(Column.text("act.title", "Документ"), Column.text("act.number", "Номер документа"),
                Column.date("act.date", "Дата документа"));
    }
}
