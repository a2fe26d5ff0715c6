package ru.nms.platform.table;

import java.util.List;

/// A row as the file has it, every cell as the text that a person sees there.
record RawRow(int number, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(cell -> Texts.clean(cell).isEmpty());
    }
}
