package ru.nms.diagnostics.instrument;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What can be chosen, ordered or paired.
public record Option(@NotBlank @Size(max = 20) String code, @NotBlank @Size(max = 2000) String text) {

    static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }
}
