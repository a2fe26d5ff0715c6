package ru.nms.platform.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/// CSV, one record at a time. A quoted cell with line breaks is one row, as in a spreadsheet.
final class CsvRows implements RawRows {

    /// Far above the limit of a cell, so that a long cell is a fault of its row, and far below what could hurt: a quote
    /// that is never closed must not draw the rest of the file into memory.
    private static final int LONGEST_CELL = 1 << 16;
    private static final int LONGEST_RECORD = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private @Nullable Iterator<CsvRecord> records;
    private int number;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
    }

    static CsvRows open(Path file, Columns columns) throws IOException {
        var dialect = CsvDialect.of(file, columns);
        var in = Files.newInputStream(file);
        in.skipNBytes(dialect.bom());
        var decoder = dialect.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_RECORD)
                .allowUnclosedQuote(false)
                .build(CsvRecordHandler.of(handler -> handler.maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_RECORD)),
                        new InputStreamReader(in, decoder)));
    }

    @Override
    public @Nullable RawRow next() {
        number++;
        try {
            if (records == null) {
                records = reader.iterator();   // reads at once, so not in the constructor, where a fault would leak the file
            }
            return records.hasNext() ? new RawRow(number, records.next().getFields()) : null;
        } catch (CsvParseException e) {
            throw TableProblem.at(number, code(e));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw TableProblem.at(number, TableCode.FILE_ENCODING);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// fastcsv has one exception for all; a test holds the two apart.
    private static TableCode code(CsvParseException e) {
        return Objects.requireNonNullElse(e.getMessage(), "").contains("quote") ? TableCode.CSV_QUOTES : TableCode.CSV_TOO_LONG;
    }
}
