package ru.nms.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says where a JSON body is not what was expected, without repeating its content or any class name.
final class JsonFaults {

    private JsonFaults() {}

    static Refusal refusal(JacksonException error) {
        return Refusal.malformed(fault(error));
    }

    private static Fault fault(JacksonException error) {
        var pointer = pointer(error.getPath());
        return switch (error) {
            case StreamConstraintsException limit -> Fault.at(pointer, "json-limit");
            case UnrecognizedPropertyException unknown -> Fault.at(pointer, "unknown-field", unknown.getPropertyName());
            case InvalidFormatException format -> format(pointer, format);
            case DatabindException mismatch -> Fault.at(pointer, pointer.isEmpty() ? "unreadable-body" : "wrong-type");
            default -> syntax(error);
        };
    }

    private static Fault format(String pointer, InvalidFormatException error) {
        var wanted = error.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            return Fault.at(pointer, "not-one-of", names(wanted));
        }
        return Fault.at(pointer, wanted == String.class ? "control-character" : "wrong-type");
    }

    private static Fault syntax(JacksonException error) {
        var at = error.getLocation();
        return at == null ? Fault.at("", "unreadable-body")
                : Fault.at("", "json-syntax", at.getLineNr(), at.getColumnNr());
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : Pointers.escape(step.getPropertyName())))
                .collect(Collectors.joining());
    }
}
