package ru.nms.registry.identifier;

import java.util.Optional;

/// An insurance number. It never shows itself: not in a log, a fault or an event.
public final class Snils {

    /// Numbers up to this one carry no control number.
    private static final int UNCHECKED = 1_001_998;

    private final String digits;

    private Snils(String digits) {
        this.digits = digits;
    }

    /// Empty when the text is no such number or its control number is wrong.
    public static Optional<Snils> of(String text) {
        var digits = text.strip().replaceAll("[ \\-\\u00a0]", "");
        return digits.matches("[0-9]{11}") && controlled(digits) ? Optional.of(new Snils(digits)) : Optional.empty();
    }

    private static boolean controlled(String digits) {
        int number = Integer.parseInt(digits.substring(0, 9));
        int sum = 0;
        for (int n = 0; n < 9; n++) {
            sum += (digits.charAt(n) - '0') * (9 - n);
        }
        return number <= UNCHECKED || sum % 101 % 100 == Integer.parseInt(digits.substring(9));
    }

    String digits() {
        return digits;
    }

    /// As the person reads it on the own card.
    public String shown() {
        return "%s-%s-%s %s".formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6, 9), digits.substring(9));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snils snils && digits.equals(snils.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "Snils[hidden]";
    }
}
