package ru.nms.platform.imports;

import java.util.Locale;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Wording;
import ru.nms.platform.table.RowFault;

/// The words of a row's fault: the table's own, or those of a rule of the service.
record RowTexts(Wording wording) {

    String of(RowFault fault, Locale language) {
        var words = fault.text(language);
        return words.equals(fault.code())
                ? wording.fault(new Fault(fault.column(), fault.code(), fault.args(), null), language) : words;
    }
}
