package ru.nms.diagnostics.rule;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// How a round of a federal assessment is named: by a number or a short code, without blanks, so that it is found as it was written.
public final class Round {

    public static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,29}");

    private Round() {}

    public static boolean fits(@Nullable String round) {
        return round == null || FORM.matcher(round).matches();
    }
}
