package ru.nms.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;

/// The code of each constraint, and what its text mentions. A constraint whose `message` is itself a code, for
/// example `@AssertTrue(message = "until-before-since")`, is told by that code.
final class Constraints {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9.-]*");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"), Map.entry("NotBlank", "required"), Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"), Map.entry("Pattern", "pattern"), Map.entry("Email", "email"),
            Map.entry("Min", "minimum"), Map.entry("DecimalMin", "minimum"),
            Map.entry("Max", "maximum"), Map.entry("DecimalMax", "maximum"),
            Map.entry("Positive", "positive"), Map.entry("PositiveOrZero", "not-negative"),
            Map.entry("Digits", "digits"), Map.entry("Null", "not-allowed"),
            Map.entry("Past", "past"), Map.entry("PastOrPresent", "past"),
            Map.entry("Future", "future"), Map.entry("FutureOrPresent", "future"));

    private static final Map<String, List<String>> MENTIONED = Map.of(
            "size", List.of("min", "max"), "minimum", List.of("value"), "maximum", List.of("value"),
            "pattern", List.of("regexp"), "digits", List.of("integer", "fraction"));

    private Constraints() {}

    static Fault fault(String pointer, ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        var code = code(descriptor.getAnnotation().annotationType().getSimpleName(), violation.getMessageTemplate());
        var args = MENTIONED.getOrDefault(code, List.of()).stream().map(descriptor.getAttributes()::get).toArray();
        return Fault.at(pointer, code, args);
    }

    private static String code(String constraint, String message) {
        if (CODE.matcher(message).matches()) {
            return message;
        }
        return CODES.getOrDefault(constraint, HUMP.matcher(constraint).replaceAll("-").toLowerCase(Locale.ROOT));
    }
}
