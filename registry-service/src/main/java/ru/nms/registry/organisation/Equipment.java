package ru.nms.registry.organisation;

import java.util.Arrays;
import java.util.List;

import ru.nms.platform.table.Column.Choice;

/// Equipment of the national project: what organisations have, and what sites and internships work with.
public enum Equipment {
    GROWTH_POINT("Точка роста"),
    QUANTORIUM("Кванториум"),
    MOBILE_QUANTORIUM("Мобильный Кванториум"),
    IT_CUBE("IT-куб"),
    CNPPM_EQUIPMENT("Оборудование ЦНППМ", "ЦНППМ");

    private final List<String> titles;

    Equipment(String... titles) {
        this.titles = List.of(titles);
    }

    /// For columns of files.
    public static List<Choice> choices() {
        return Arrays.stream(values()).map(it -> new Choice(it.name(), it.titles)).toList();
    }
}
